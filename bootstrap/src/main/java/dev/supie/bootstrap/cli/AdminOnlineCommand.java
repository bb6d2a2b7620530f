package dev.supie.bootstrap.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.util.concurrent.Callable;

/// `supie admin online`.
@Command(name = "online", description = "Show the badges that are connected, and what they do.")
final class AdminOnlineCommand implements Callable<Integer> {

    private final AdminStep step;

    @Mixin private ServerOptions options = new ServerOptions();

    @Option(names = "--json", description = "Print JSON, an object on each line.")
    private boolean json;

    AdminOnlineCommand(AdminStep step) {
        this.step = step;
    }

    @Override
    public Integer call() {
        return step.run(new AdminAction.Wish.Online(json), options);
    }
}
