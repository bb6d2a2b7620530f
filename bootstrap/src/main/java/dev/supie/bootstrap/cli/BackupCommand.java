package dev.supie.bootstrap.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.util.concurrent.Callable;

/// `supie backup …`.
@Command(
        name = "backup",
        description = "Write all that a server keeps into a file, whether or not it runs.")
final class BackupCommand implements Callable<Integer> {

    private final AdminStep step;
    private final Path folder;

    @Mixin private ServerOptions options = new ServerOptions();

    @Parameters(
            paramLabel = "FILE",
            description = "Where to; must not be there yet. It holds secrets.")
    private Path file = Path.of("");

    /// @param folder where relative paths start
    BackupCommand(AdminStep step, Path folder) {
        this.step = step;
        this.folder = folder;
    }

    @Override
    public Integer call() {
        return step.run(new AdminAction.Wish.Backup(folder.resolve(file)), options);
    }
}
