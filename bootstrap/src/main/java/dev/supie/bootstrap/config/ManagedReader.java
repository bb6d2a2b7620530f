package dev.supie.bootstrap.config;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Reads a configuration of which a part may come from a management server (CFG-3): asks for the
/// document, and decides what is in force when there is none or when it is wrong.
///
/// At a start the server comes up in any case in which it can: with the last good copy, else with
/// what this machine says. While it runs the configuration that is in force is better than any
/// guess, so a failure changes nothing.
final class ManagedReader {

    private static final String NEXT_LOOK = "it is asked again every minute";
    private static final String COPY = "cannot be used, so its last good copy is in force";
    private static final String HERE_ALONE =
            "cannot be used, nor is there a copy that can, so only what this machine says is in"
                    + " force";
    private static final String NOTHING =
            "there is neither a last good copy nor a file to begin with";
    private static final String NOTHING_FIX = "repair the above, or name a file with --config";

    private final ConfigReader reader;
    private final Management management;
    private final ConfigSources sources;

    ManagedReader(ConfigReader reader, Management management, ConfigSources sources) {
        this.reader = reader;
        this.management = management;
        this.sources = sources;
    }

    /// For a start.
    ConfigResult start() {
        var local = LocalChoice.of(sources);
        return local.address()
                .map(address -> start(local, address))
                .orElseGet(() -> reader.read(sources, Managed.NOTHING));
    }

    private ConfigResult start(LocalChoice local, ManagementAddress address) {
        return switch (management.ask(address, Optional.empty())) {
            case Management.Answer.Fresh(ManagedDocument document) ->
                    switch (reader.read(sources, Managed.by(address, Optional.of(document)))) {
                        case ConfigResult.Loaded loaded -> loaded;
                        case ConfigResult.Invalid(List<Problem> problems) ->
                                withoutIt(local, address, problems);
                    };
            case Management.Answer.Failed(String wrong, String fix) ->
                    withoutIt(local, address, List.of(local.problem(wrong, fix)));
            case Management.Answer.Unchanged _, Management.Answer.NotAsked _ ->
                    withoutIt(local, address, List.of());
        };
    }

    /// @param why there is no document, or what is wrong with it; empty if nobody was asked
    private ConfigResult withoutIt(
            LocalChoice local, ManagementAddress address, List<Problem> why) {
        Optional<ManagedDocument> copy = management.lastGood(local.folder(), address.url());
        if (copy.isPresent()
                && reader.read(sources, Managed.by(address, copy))
                        instanceof ConfigResult.Loaded loaded) {
            return warned(loaded, why, local.warning(COPY, NEXT_LOOK));
        }
        if (sources.file().isEmpty() && !why.isEmpty()) {
            Problem nothing = local.problem(NOTHING, NOTHING_FIX);
            return new ConfigResult.Invalid(together(why, List.of(nothing)));
        }
        return switch (reader.read(sources, Managed.by(address, Optional.empty()))) {
            case ConfigResult.Loaded loaded ->
                    warned(loaded, why, local.warning(HERE_ALONE, NEXT_LOOK));
            case ConfigResult.Invalid(List<Problem> problems) ->
                    new ConfigResult.Invalid(together(why, problems));
        };
    }

    private static ConfigResult.Loaded warned(
            ConfigResult.Loaded loaded, List<Problem> why, Warning summary) {
        if (why.isEmpty()) {
            return loaded;
        }
        List<Warning> warnings =
                Stream.of(
                                why.stream().map(Warning::of),
                                Stream.of(summary),
                                loaded.warnings().stream())
                        .flatMap(each -> each)
                        .toList();
        return new ConfigResult.Loaded(
                loaded.config(), warnings, loaded.effectiveValues(), loaded.again());
    }

    /// While a server runs, and to check: with the document as it is now, or not at all.
    ///
    /// @param inForce what is there already
    ConfigResult again(Managed inForce) {
        var local = LocalChoice.of(sources);
        return local.address()
                .map(address -> asked(local, address, inForce.knownFrom(address)))
                .orElseGet(() -> reader.read(sources, Managed.NOTHING));
    }

    /// When just the file has changed: nobody is asked unless it names another place. So a file can
    /// be changed while the management server is away.
    ConfigResult ofFile(Managed inForce) {
        return LocalChoice.of(sources).address().equals(inForce.address())
                ? reader.read(sources, inForce)
                : again(inForce);
    }

    /// Whether there is something new; empty if not. A place or secret that the file names by now,
    /// but that could not be used when it was changed, is tried again, with all of the file.
    Optional<ConfigResult> look(Managed inForce) {
        var local = LocalChoice.of(sources);
        return local.address()
                .flatMap(
                        address ->
                                inForce.address().filter(address::equals).isPresent()
                                        ? look(local, address, inForce)
                                        : Optional.of(asked(local, address, Optional.empty())));
    }

    private Optional<ConfigResult> look(
            LocalChoice local, ManagementAddress address, Managed inForce) {
        return switch (management.ask(address, inForce.document())) {
            case Management.Answer.Fresh(ManagedDocument document) ->
                    inForce.document().filter(document::saysTheSameAs).isPresent()
                            ? Optional.empty()
                            : Optional.of(
                                    reader.read(
                                            sources, Managed.by(address, Optional.of(document))));
            case Management.Answer.Unchanged _, Management.Answer.NotAsked _ -> Optional.empty();
            case Management.Answer.Failed(String wrong, String fix) ->
                    Optional.of(new ConfigResult.Invalid(List.of(local.problem(wrong, fix))));
        };
    }

    private ConfigResult asked(
            LocalChoice local, ManagementAddress address, Optional<ManagedDocument> known) {
        return switch (management.ask(address, known)) {
            case Management.Answer.Fresh(ManagedDocument document) ->
                    reader.read(sources, Managed.by(address, Optional.of(document)));
            case Management.Answer.Unchanged _, Management.Answer.NotAsked _ ->
                    reader.read(sources, Managed.by(address, known));
            case Management.Answer.Failed(String wrong, String fix) ->
                    failed(local.problem(wrong, fix), Managed.by(address, known));
        };
    }

    /// What else is wrong is said at once (CFG-1).
    private ConfigResult failed(Problem why, Managed known) {
        List<Problem> others =
                switch (reader.read(sources, known)) {
                    case ConfigResult.Loaded _ -> List.of();
                    case ConfigResult.Invalid(List<Problem> problems) -> problems;
                };
        return new ConfigResult.Invalid(together(List.of(why), others));
    }

    private static List<Problem> together(List<Problem> first, List<Problem> second) {
        return Stream.concat(first.stream(), second.stream()).distinct().toList();
    }
}
