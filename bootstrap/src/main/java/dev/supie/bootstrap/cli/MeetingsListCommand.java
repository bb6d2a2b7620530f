package dev.supie.bootstrap.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import java.util.Optional;
import java.util.concurrent.Callable;

/// `supie meetings list`.
@Command(name = "list", description = "Show the last meetings, the newest first.")
final class MeetingsListCommand implements Callable<Integer> {

    private static final int LIMIT_MAX = 1_000_000;

    private final MeetingsStep step;

    @Spec private CommandSpec spec = CommandSpec.create();

    @Mixin private ServerOptions options = new ServerOptions();

    @Option(names = "--device", paramLabel = "ID", description = "Only those of this badge.")
    private Optional<String> device = Optional.empty();

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "20",
            description = "At most so many (default: ${DEFAULT-VALUE}).")
    private int limit;

    @Option(names = "--json", description = "Print JSON, an object on each line.")
    private boolean json;

    MeetingsListCommand(MeetingsStep step) {
        this.step = step;
    }

    @Override
    public Integer call() {
        if (limit < 1 || limit > LIMIT_MAX) {
            throw new ParameterException(
                    spec.commandLine(), "--limit must be from 1 to " + LIMIT_MAX);
        }
        return step.run(new MeetingsAction.Wish.Enumerate(device, limit, json), options);
    }
}
