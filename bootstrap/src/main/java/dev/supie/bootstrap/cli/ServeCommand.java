package dev.supie.bootstrap.cli;

import dev.supie.bootstrap.config.Assignment;
import dev.supie.bootstrap.config.ConfigResult;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/// `supie serve`: checks the configuration, turns logging on and runs the server.
@Command(name = "serve", description = "Run the server until Ctrl-C or SIGTERM.")
final class ServeCommand implements Callable<Integer> {

    /// EX_UNAVAILABLE of sysexits.h: who looks after the process tries again (CFG-3).
    private static final int TRY_LATER = 69;

    private final ServeAction serve;
    private final ConfigurationLoader configuration;
    private final Output output;

    @Mixin private ConfigOptions options = new ConfigOptions();

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "The folder for all data; short for --set data.dir=DIR.")
    private Optional<String> data = Optional.empty();

    ServeCommand(ServeAction serve, ConfigurationLoader configuration, Output output) {
        this.serve = serve;
        this.configuration = configuration;
        this.output = output;
    }

    @Override
    public Integer call() {
        return switch (configuration.load(options.file(), assignments())) {
            case ConfigResult.Loaded loaded -> serve.serve(loaded, output.out(), output.err());
            case ConfigResult.Invalid invalid -> {
                ConfigurationLoader.explain(invalid.problems(), output.err());
                yield invalid.passing() ? TRY_LATER : CommandLine.ExitCode.USAGE;
            }
        };
    }

    private List<Assignment> assignments() {
        List<Assignment> assignments = new ArrayList<>(options.assignments());
        data.ifPresent(dir -> assignments.add(new Assignment("--data", "data.dir", dir)));
        return assignments;
    }
}
