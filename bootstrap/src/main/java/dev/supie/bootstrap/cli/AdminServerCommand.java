package dev.supie.bootstrap.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.util.concurrent.Callable;

/// `supie admin server`.
@Command(name = "server", description = "Show the version, and how long the server runs.")
final class AdminServerCommand implements Callable<Integer> {

    private final AdminStep step;

    @Mixin private ServerOptions options = new ServerOptions();

    @Option(names = "--json", description = "Print JSON, an object on each line.")
    private boolean json;

    AdminServerCommand(AdminStep step) {
        this.step = step;
    }

    @Override
    public Integer call() {
        return step.run(new AdminAction.Wish.Server(json), options);
    }
}
