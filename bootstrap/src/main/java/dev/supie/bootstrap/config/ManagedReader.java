package dev.supie.bootstrap.config;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Reads a configuration of which a part may come from a management server (CFG-3): asks for the
/// document, and decides what is in force when there is none or when it is wrong.
///
/// At a start the last good copy stands in for it. Without one nothing starts: what this machine
/// says alone may never have been in force, and perhaps just what keeps strangers out is handed
/// out. While a server runs the configuration that is in force is better than any guess, so a
/// failure changes nothing.
final class ManagedReader {

    private static final String NEXT_LOOK = "it is asked again every minute";
    private static final String COPY = "cannot be used, so its last good copy is in force";
    private static final String NO_COPY =
            "cannot be used, nor is there a last good copy that can, so nothing is started";
    private static final String NO_COPY_FIX =
            "repair the above, or take config.url away to start with what this machine says alone";

    private final ConfigReader reader;
    private final Management management;
    private final SourcesRead here;

    private ManagedReader(ConfigReader reader, Management management, SourcesRead here) {
        this.reader = reader;
        this.management = management;
        this.here = here;
    }

    /// Reads the file now, for one of the questions below.
    static ManagedReader of(ConfigReader reader, Management management, ConfigSources sources) {
        return new ManagedReader(reader, management, SourcesRead.now(sources));
    }

    /// For a start.
    ConfigResult start() {
        return LocalChoice.of(here)
                .address()
                .map(this::start)
                .orElseGet(() -> reader.read(here, Managed.NOTHING));
    }

    /// Nobody looks yet whether the file changes, so it is read once more after the answer.
    private ConfigResult start(ManagementAddress address) {
        Management.Answer answer = management.ask(address, Optional.empty());
        return of(reader, management, here.sources()).start(address, answer);
    }

    /// Another place that the file names by now is asked, too, but then nothing is read again.
    private ConfigResult start(ManagementAddress asked, Management.Answer answer) {
        var local = LocalChoice.of(here);
        return local.address()
                .map(
                        address ->
                                start(
                                        local,
                                        address,
                                        address.equals(asked)
                                                ? answer
                                                : management.ask(address, Optional.empty())))
                .orElseGet(() -> reader.read(here, Managed.NOTHING));
    }

    private ConfigResult start(
            LocalChoice local, ManagementAddress address, Management.Answer answer) {
        return switch (answer) {
            case Management.Answer.Fresh(ManagedDocument document) ->
                    switch (reader.read(here, Managed.by(address, Optional.of(document)))) {
                        case ConfigResult.Loaded loaded -> loaded;
                        case ConfigResult.Invalid(List<Problem> problems, _) ->
                                withoutIt(local, address, problems, false);
                    };
            case Management.Answer.Failed(String wrong, String fix) ->
                    withoutIt(local, address, List.of(local.problem(wrong, fix)), true);
            case Management.Answer.Unchanged _, Management.Answer.NotAsked _ ->
                    unasked(local, address);
        };
    }

    /// @param why there is no document, or what is wrong with it
    /// @param missing whether there is none
    private ConfigResult withoutIt(
            LocalChoice local, ManagementAddress address, List<Problem> why, boolean missing) {
        Managed copy = copy(local, address);
        ConfigResult byCopy = reader.read(here, copy);
        if (byCopy instanceof ConfigResult.Loaded loaded && copy.document().isPresent()) {
            return warned(loaded, why, local.warning(COPY, NEXT_LOOK));
        }
        List<Problem> alone = problems(reader.read(here, Managed.by(address, Optional.empty())));
        if (!missing && !alone.isEmpty()) {
            // It would not start without the document either.
            return new ConfigResult.Invalid(together(why, alone));
        }
        // Without a document the file may just lack what is handed out, which nobody can tell.
        List<Problem> all = together(why, problems(byCopy));
        Problem end = local.problem(NO_COPY, NO_COPY_FIX);
        return new ConfigResult.Invalid(together(all, List.of(end)), missing && alone.isEmpty());
    }

    /// For a program that does not wait for it: the best that is known here.
    private ConfigResult unasked(LocalChoice local, ManagementAddress address) {
        return switch (reader.read(here, copy(local, address))) {
            case ConfigResult.Loaded loaded -> loaded;
            case ConfigResult.Invalid _ -> reader.read(here, Managed.by(address, Optional.empty()));
        };
    }

    private Managed copy(LocalChoice local, ManagementAddress address) {
        return Managed.by(address, management.lastGood(local.folder(), address.url()));
    }

    private static ConfigResult.Loaded warned(
            ConfigResult.Loaded loaded, List<Problem> why, Warning summary) {
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
        var local = LocalChoice.of(here);
        return local.address()
                .map(address -> asked(local, address, inForce.knownFrom(address)))
                .orElseGet(() -> reader.read(here, Managed.NOTHING));
    }

    /// When just the file has changed: nobody is asked unless it names another place. So a file can
    /// be changed while the management server is away.
    ConfigResult ofFile(Managed inForce) {
        return LocalChoice.of(here).address().equals(inForce.address())
                ? reader.read(here, inForce)
                : again(inForce);
    }

    /// Whether there is something new; empty if not. A place or secret that the file names by now,
    /// but that could not be used when it was changed, is tried again, with all of the file.
    Optional<ConfigResult> look(Managed inForce) {
        var local = LocalChoice.of(here);
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
                                    reader.read(here, Managed.by(address, Optional.of(document))));
            case Management.Answer.Unchanged _, Management.Answer.NotAsked _ -> Optional.empty();
            case Management.Answer.Failed(String wrong, String fix) ->
                    Optional.of(new ConfigResult.Invalid(List.of(local.problem(wrong, fix))));
        };
    }

    private ConfigResult asked(
            LocalChoice local, ManagementAddress address, Optional<ManagedDocument> known) {
        return switch (management.ask(address, known)) {
            case Management.Answer.Fresh(ManagedDocument document) ->
                    reader.read(here, Managed.by(address, Optional.of(document)));
            case Management.Answer.Unchanged _, Management.Answer.NotAsked _ ->
                    reader.read(here, Managed.by(address, known));
            case Management.Answer.Failed(String wrong, String fix) ->
                    failed(local.problem(wrong, fix), Managed.by(address, known));
        };
    }

    /// What else is wrong is said at once (CFG-1).
    private ConfigResult failed(Problem why, Managed known) {
        List<Problem> others = problems(reader.read(here, known));
        return new ConfigResult.Invalid(together(List.of(why), others));
    }

    private static List<Problem> problems(ConfigResult result) {
        return switch (result) {
            case ConfigResult.Loaded _ -> List.of();
            case ConfigResult.Invalid(List<Problem> problems, _) -> problems;
        };
    }

    private static List<Problem> together(List<Problem> first, List<Problem> second) {
        return Stream.concat(first.stream(), second.stream()).distinct().toList();
    }
}
