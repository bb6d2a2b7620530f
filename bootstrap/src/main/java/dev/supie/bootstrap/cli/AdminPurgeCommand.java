package dev.supie.bootstrap.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

import java.util.concurrent.Callable;

/// `supie admin purge …`.
@Command(name = "purge", description = "Drop the messages that wait for a badge.")
final class AdminPurgeCommand implements Callable<Integer> {

    private final AdminStep step;

    @Mixin private ServerOptions options = new ServerOptions();

    @Parameters(paramLabel = "ID", description = "The badge.")
    private String id = "";

    AdminPurgeCommand(AdminStep step) {
        this.step = step;
    }

    @Override
    public Integer call() {
        return step.run(new AdminAction.Wish.Purge(id), options);
    }
}
