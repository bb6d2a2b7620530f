package dev.supie.bootstrap.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Reads a configuration again from where it came from, and compares it with what is in force
/// (CFG-3). The environment and the command line are those of the start. Nothing here has an effect
/// on what is in force, or throws for anything a user can write.
public final class Rereading {

    private final ConfigReader reader;
    private final ConfigReader.Origins origins;
    private final KeyedValues inForce;

    Rereading(ConfigReader reader, ConfigReader.Origins origins, KeyedValues inForce) {
        this.reader = reader;
        this.origins = origins;
        this.inForce = inForce;
    }

    /// The file to look at for changes; empty if there was none at the start.
    public Optional<Path> file() {
        return origins.sources().file();
    }

    /// All of it: a management server that does not answer is a problem.
    public Reread read() {
        return compared(managed().again(origins.managed()));
    }

    /// The file, with what a management server has said before: it is asked only if the file names
    /// another one.
    public Reread readFile() {
        return compared(managed().ofFile(origins.managed()));
    }

    /// What a start would come to by now, with what it would do in place of what is wrong.
    public ConfigResult asAtStart() {
        return reader.read(origins.sources());
    }

    /// Whether there is something new behind `config.url`; empty if not.
    public Optional<Reread> look() {
        return managed().look(origins.managed()).map(this::compared);
    }

    /// Has what came from a management server kept for a start at which that does not answer. To be
    /// called once it is in force; writes a file at most.
    public void keep(SupieConfig config) {
        reader.keep(config, origins.managed());
    }

    private ManagedReader managed() {
        return reader.managed(origins.sources());
    }

    private Reread compared(ConfigResult result) {
        return switch (result) {
            case ConfigResult.Invalid(List<Problem> problems, _) -> new Reread.Invalid(problems);
            case ConfigResult.Loaded fresh -> compared(fresh);
        };
    }

    private Reread compared(ConfigResult.Loaded fresh) {
        Rereading after = fresh.again();
        List<String> changed = after.inForce.differences(inForce);
        List<String> needRestart = changed.stream().filter(Restarts::need).toList();
        ConfigResult next =
                needRestart.isEmpty()
                        ? fresh
                        : reader.read(
                                after.origins,
                                after.inForce.entriesHolding(inForce, Restarts::need),
                                inForce);
        return switch (next) {
            case ConfigResult.Loaded loaded -> new Reread.Usable(loaded, changed, needRestart);
            // New values that only fit together with others that need a restart.
            case ConfigResult.Invalid(List<Problem> problems, _) -> new Reread.Invalid(problems);
        };
    }
}
