package dev.supie.bootstrap.cli;

import dev.supie.bootstrap.config.ConfigResult;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

import java.util.concurrent.Callable;

/// `supie config show`: every key with the value in force and where it came from (CFG-2).
@Command(
        name = "show",
        description = "Show every value in force and its origin, with secrets masked.")
final class ConfigShowCommand implements Callable<Integer> {

    private final ConfigurationLoader configuration;
    private final Output output;

    @Mixin private ConfigOptions options = new ConfigOptions();

    ConfigShowCommand(ConfigurationLoader configuration, Output output) {
        this.configuration = configuration;
        this.output = output;
    }

    @Override
    public Integer call() {
        return switch (configuration.load(options.file(), options.assignments())) {
            case ConfigResult.Loaded loaded -> {
                loaded.warnings().forEach(warning -> output.err().println(warning.text()));
                output.out().print(loaded.effectiveValues().yaml());
                yield CommandLine.ExitCode.OK;
            }
            case ConfigResult.Invalid invalid -> {
                ConfigurationLoader.explain(invalid.problems(), output.err());
                yield CommandLine.ExitCode.USAGE;
            }
        };
    }
}
