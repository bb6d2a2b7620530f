package dev.supie.bootstrap.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

import java.util.List;
import java.util.concurrent.Callable;

/// `supie tasks done …`.
@Command(name = "done", description = "Mark tasks as done; all of them or none.")
final class TasksDoneCommand implements Callable<Integer> {

    private final TasksStep step;

    @Mixin private ServerOptions options = new ServerOptions();

    @Mixin private GroupOptions group = new GroupOptions();

    @Parameters(paramLabel = "ID", arity = "1..*", description = "The tasks, as list shows them.")
    private List<String> ids = List.of();

    TasksDoneCommand(TasksStep step) {
        this.step = step;
    }

    @Override
    public Integer call() {
        return step.run(new TasksAction.Wish.Done(group.key(), ids), options);
    }
}
