package dev.supie.bootstrap.cli;

import dev.supie.bootstrap.config.ConfigResult;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

import java.util.concurrent.Callable;

/// `supie config check FILE`: reads the file as `serve` would, the environment included, because a
/// secret that the environment should hold is part of whether the file works; so is what a
/// management server hands out (CFG-3).
@Command(name = "check", description = "Check a configuration file without starting anything.")
final class ConfigCheckCommand implements Callable<Integer> {

    private final ConfigurationLoader configuration;
    private final Output output;

    @Parameters(paramLabel = "FILE", description = "The file to check.")
    private String file = "";

    ConfigCheckCommand(ConfigurationLoader configuration, Output output) {
        this.configuration = configuration;
        this.output = output;
    }

    @Override
    public Integer call() {
        return switch (configuration.check(file)) {
            case ConfigResult.Loaded loaded -> {
                loaded.warnings().forEach(warning -> output.err().println(warning.text()));
                output.out().println(file + ": ok");
                yield CommandLine.ExitCode.OK;
            }
            case ConfigResult.Invalid invalid -> {
                ConfigurationLoader.explain(invalid.problems(), output.err());
                yield CommandLine.ExitCode.USAGE;
            }
        };
    }
}
