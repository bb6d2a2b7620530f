package dev.supie.bootstrap.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.util.concurrent.Callable;

/// `supie meetings delete …`.
@Command(
        name = "delete",
        description = "Delete a meeting that has ended, with its transcript, for good.")
final class MeetingsDeleteCommand implements Callable<Integer> {

    private final MeetingsStep step;

    @Mixin private ServerOptions options = new ServerOptions();

    @Parameters(paramLabel = "ID", description = "The meeting, as list shows it.")
    private String id = "";

    @Option(names = "--json", description = "Print a JSON object.")
    private boolean json;

    MeetingsDeleteCommand(MeetingsStep step) {
        this.step = step;
    }

    @Override
    public Integer call() {
        return step.run(new MeetingsAction.Wish.Delete(id, json), options);
    }
}
