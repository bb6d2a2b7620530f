package dev.supie.bootstrap.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.util.concurrent.Callable;

/// `supie admin meetings`.
@Command(name = "meetings", description = "Show the meetings that run.")
final class AdminMeetingsCommand implements Callable<Integer> {

    private final AdminStep step;

    @Mixin private ServerOptions options = new ServerOptions();

    @Option(names = "--json", description = "Print JSON, an object on each line.")
    private boolean json;

    AdminMeetingsCommand(AdminStep step) {
        this.step = step;
    }

    @Override
    public Integer call() {
        return step.run(new AdminAction.Wish.Meetings(json), options);
    }
}
