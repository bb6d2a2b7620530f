package dev.supie.bootstrap.cli;

import dev.supie.bootstrap.config.ConfigResult;

import picocli.CommandLine;

/// What all of `supie devices …` have in common: reads the configuration to find the server, then
/// asks it.
record DevicesStep(
        DevicesAction devices, ConfigurationLoader configuration, Machine machine, Output output) {

    int run(DevicesAction.Wish wish, DevicesOptions options) {
        return switch (configuration.load(options.file(), options.assignments())) {
            case ConfigResult.Loaded loaded -> {
                var server =
                        new DevicesAction.Server(
                                loaded.config(),
                                machine.folder().resolve(loaded.config().data().directory()),
                                options.url(),
                                options.tokenFile().map(machine.folder()::resolve));
                yield devices.run(wish, server, output.out(), output.err());
            }
            case ConfigResult.Invalid invalid -> {
                ConfigurationLoader.explain(invalid.problems(), output.err());
                yield CommandLine.ExitCode.USAGE;
            }
        };
    }
}
