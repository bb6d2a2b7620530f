package dev.supie.bootstrap.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/// `supie tasks add …`.
@Command(name = "add", description = "Add a task; prints its id.")
final class TasksAddCommand implements Callable<Integer> {

    private static final int PRIORITY_MAX = 3;

    private final TasksStep step;

    @Spec private CommandSpec spec = CommandSpec.create();

    @Mixin private ServerOptions options = new ServerOptions();

    @Mixin private GroupOptions group = new GroupOptions();

    @Parameters(
            paramLabel = "TITLE",
            arity = "1..*",
            description = "What is to be done; its words need no quotes.")
    private List<String> title = List.of();

    @Option(
            names = "--priority",
            paramLabel = "0..3",
            description = "0 is the most urgent (default: 2).")
    private Optional<Integer> priority = Optional.empty();

    @Option(names = "--owner", paramLabel = "TEXT", description = "Whose it is.")
    private Optional<String> owner = Optional.empty();

    @Option(
            names = "--due",
            paramLabel = "DATE",
            description = "An ISO date, such as 2026-11-30 or 2026-11-30T17:00.")
    private Optional<String> due = Optional.empty();

    @Option(names = "--notes", paramLabel = "TEXT", description = "What else there is to know.")
    private Optional<String> notes = Optional.empty();

    TasksAddCommand(TasksStep step) {
        this.step = step;
    }

    @Override
    public Integer call() {
        if (priority.filter(level -> level < 0 || level > PRIORITY_MAX).isPresent()) {
            throw new ParameterException(
                    spec.commandLine(), "--priority must be from 0 to " + PRIORITY_MAX);
        }
        var task = new TasksAction.NewTask(String.join(" ", title), priority, owner, due, notes);
        return step.run(new TasksAction.Wish.Add(group.key(), task), options);
    }
}
