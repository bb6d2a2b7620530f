package dev.supie.bootstrap.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.util.Optional;
import java.util.concurrent.Callable;

/// `supie admin log-level …`.
@Command(
        name = "log-level",
        description = "Show how much is logged, or change it until the server ends.")
final class AdminLogLevelCommand implements Callable<Integer> {

    private final AdminStep step;

    @Mixin private ServerOptions options = new ServerOptions();

    @Parameters(
            paramLabel = "LEVEL",
            arity = "0..1",
            description = "trace, debug, info, warn or error; without it, what there is is shown.")
    private Optional<String> level = Optional.empty();

    @Option(
            names = "--logger",
            paramLabel = "NAME",
            defaultValue = "dev.supie",
            description = "Whose, '' for everybody's (default: ${DEFAULT-VALUE}).")
    private String logger = "dev.supie";

    AdminLogLevelCommand(AdminStep step) {
        this.step = step;
    }

    @Override
    public Integer call() {
        return step.run(new AdminAction.Wish.Level(logger, level), options);
    }
}
