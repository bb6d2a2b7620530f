package dev.supie.bootstrap.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.util.concurrent.Callable;

/// `supie admin queues`.
@Command(name = "queues", description = "Show how many messages wait for which badge.")
final class AdminQueuesCommand implements Callable<Integer> {

    private final AdminStep step;

    @Mixin private ServerOptions options = new ServerOptions();

    @Option(names = "--json", description = "Print JSON, an object on each line.")
    private boolean json;

    AdminQueuesCommand(AdminStep step) {
        this.step = step;
    }

    @Override
    public Integer call() {
        return step.run(new AdminAction.Wish.Queues(json), options);
    }
}
