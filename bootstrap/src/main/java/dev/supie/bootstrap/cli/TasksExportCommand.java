package dev.supie.bootstrap.cli;

import dev.supie.bootstrap.cli.TasksAction.Form;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;

/// `supie tasks export …`.
@Command(name = "export", description = "Write a group's tasks for a spreadsheet or a program.")
final class TasksExportCommand implements Callable<Integer> {

    private final TasksStep step;
    private final Path folder;

    @Mixin private ServerOptions options = new ServerOptions();

    @Mixin private TaskChoiceOptions tasks = new TaskChoiceOptions();

    @Option(
            names = "--format",
            paramLabel = "csv|json",
            defaultValue = "csv",
            description = "CSV or JSON (default: ${DEFAULT-VALUE}).")
    private Form form = Form.CSV;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Where to (default: standard output); replaced once all is there.")
    private Optional<Path> file = Optional.empty();

    /// @param folder where relative paths start
    TasksExportCommand(TasksStep step, Path folder) {
        this.step = step;
        this.folder = folder;
    }

    @Override
    public Integer call() {
        return step.run(
                new TasksAction.Wish.Export(tasks.choice(), form, file.map(folder::resolve)),
                options);
    }
}
