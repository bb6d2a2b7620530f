package dev.supie.bootstrap.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.util.concurrent.Callable;

/// `supie restore …`.
@Command(name = "restore", description = "Make a data folder out of a backup.")
final class RestoreCommand implements Callable<Integer> {

    private final AdminStep step;
    private final Path folder;

    @Mixin private FolderOptions options = new FolderOptions();

    @Parameters(paramLabel = "FILE", description = "What supie backup has written.")
    private Path file = Path.of("");

    /// @param folder where relative paths start
    RestoreCommand(AdminStep step, Path folder) {
        this.step = step;
        this.folder = folder;
    }

    @Override
    public Integer call() {
        return step.run(new AdminAction.Wish.Restore(folder.resolve(file)), options);
    }
}
