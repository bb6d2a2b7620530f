package dev.supie.bootstrap.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.util.concurrent.Callable;

/// `supie tasks list …`.
@Command(name = "list", description = "Show a group's tasks, as its badges do.")
final class TasksListCommand implements Callable<Integer> {

    private final TasksStep step;

    @Mixin private ServerOptions options = new ServerOptions();

    @Mixin private TaskChoiceOptions tasks = new TaskChoiceOptions();

    @Option(names = "--json", description = "Print JSON, an object on each line.")
    private boolean json;

    TasksListCommand(TasksStep step) {
        this.step = step;
    }

    @Override
    public Integer call() {
        return step.run(new TasksAction.Wish.Enumerate(tasks.choice(), json), options);
    }
}
