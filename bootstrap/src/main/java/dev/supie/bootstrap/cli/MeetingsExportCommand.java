package dev.supie.bootstrap.cli;

import dev.supie.bootstrap.cli.MeetingsAction.Form;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;

/// `supie meetings export …`.
@Command(name = "export", description = "Write a whole meeting, minutes and transcript.")
final class MeetingsExportCommand implements Callable<Integer> {

    private final MeetingsStep step;
    private final Path folder;

    @Mixin private ServerOptions options = new ServerOptions();

    @Parameters(paramLabel = "ID", description = "The meeting, as list shows it.")
    private String id = "";

    @Option(
            names = "--format",
            paramLabel = "md|json|txt",
            defaultValue = "md",
            description = "Markdown, JSON or plain text (default: ${DEFAULT-VALUE}).")
    private Form form = Form.MD;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Where to (default: standard output); replaced once all is there.")
    private Optional<Path> file = Optional.empty();

    /// @param folder where relative paths start
    MeetingsExportCommand(MeetingsStep step, Path folder) {
        this.step = step;
        this.folder = folder;
    }

    @Override
    public Integer call() {
        return step.run(
                new MeetingsAction.Wish.Export(id, form, file.map(folder::resolve)), options);
    }
}
