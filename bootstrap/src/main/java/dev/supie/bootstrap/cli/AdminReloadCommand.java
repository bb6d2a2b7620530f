package dev.supie.bootstrap.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

import java.util.concurrent.Callable;

/// `supie admin reload`.
@Command(
        name = "reload",
        description = "Have the server read its configuration anew, and say what has changed.")
final class AdminReloadCommand implements Callable<Integer> {

    private final AdminStep step;

    @Mixin private ServerOptions options = new ServerOptions();

    AdminReloadCommand(AdminStep step) {
        this.step = step;
    }

    @Override
    public Integer call() {
        return step.run(new AdminAction.Wish.Reload(), options);
    }
}
