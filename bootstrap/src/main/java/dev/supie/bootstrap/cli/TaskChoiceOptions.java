package dev.supie.bootstrap.cli;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.util.Locale;
import java.util.Optional;

/// Which tasks of a group are meant.
final class TaskChoiceOptions {

    @Mixin private GroupOptions group = new GroupOptions();

    @Option(
            names = "--status",
            paramLabel = "open|done",
            description = "Only these (default: both).")
    private Optional<Status> status = Optional.empty();

    @Option(names = "--owner", paramLabel = "TEXT", description = "Part of the owner.")
    private Optional<String> owner = Optional.empty();

    @Option(names = "--query", paramLabel = "TEXT", description = "Part of the title or notes.")
    private Optional<String> words = Optional.empty();

    /// As the server knows them.
    enum Status {
        OPEN,
        DONE
    }

    TasksAction.Choice choice() {
        return new TasksAction.Choice(
                group.key(),
                status.map(each -> each.name().toLowerCase(Locale.ROOT)),
                owner,
                words);
    }
}
