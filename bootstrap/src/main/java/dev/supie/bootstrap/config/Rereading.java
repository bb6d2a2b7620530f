package dev.supie.bootstrap.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Reads a configuration again from where it came from, and compares it with what is in force
/// (CFG-3). The environment and the command line are those of the start.
public final class Rereading {

    private final ConfigReader reader;
    private final ConfigSources sources;
    private final KeyedValues inForce;

    Rereading(ConfigReader reader, ConfigSources sources, KeyedValues inForce) {
        this.reader = reader;
        this.sources = sources;
        this.inForce = inForce;
    }

    /// The file to look at for changes; empty if there was none at the start.
    public Optional<Path> file() {
        return sources.file();
    }

    /// Without effect on anything; never throws for anything a user can write.
    public Reread read() {
        return switch (reader.read(sources)) {
            case ConfigResult.Invalid(List<Problem> problems) -> new Reread.Invalid(problems);
            case ConfigResult.Loaded fresh -> compared(fresh);
        };
    }

    private Reread compared(ConfigResult.Loaded fresh) {
        KeyedValues given = fresh.again().inForce;
        List<String> changed = given.differences(inForce);
        List<String> needRestart = changed.stream().filter(Restarts::need).toList();
        ConfigResult next =
                needRestart.isEmpty()
                        ? fresh
                        : reader.read(
                                sources, given.entriesHolding(inForce, Restarts::need), inForce);
        return switch (next) {
            case ConfigResult.Loaded loaded -> new Reread.Usable(loaded, changed, needRestart);
            // New values that only fit together with others that need a restart.
            case ConfigResult.Invalid(List<Problem> problems) -> new Reread.Invalid(problems);
        };
    }
}
