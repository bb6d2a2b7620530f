package dev.supie.bootstrap.cli;

import dev.supie.bootstrap.config.ConfigResult;

import picocli.CommandLine;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.ToIntFunction;

/// What all commands have in common that ask a running server: they read the configuration to find
/// it.
record ServerChoice(ConfigurationLoader configuration, Machine machine, Output output) {

    /// Returns the exit status of `asking`, or that of wrong use.
    int ask(ServerOptions options, ToIntFunction<RunningServer> asking) {
        return ask(
                options.folder(),
                options.url(),
                options.tokenFile().map(machine.folder()::resolve),
                asking);
    }

    /// For what is done in a data folder, without a server.
    int ask(FolderOptions options, ToIntFunction<RunningServer> asking) {
        return ask(options, Optional.empty(), Optional.empty(), asking);
    }

    private int ask(
            FolderOptions options,
            Optional<String> url,
            Optional<Path> tokenFile,
            ToIntFunction<RunningServer> asking) {
        return switch (configuration.load(options.file(), options.assignments())) {
            case ConfigResult.Loaded loaded ->
                    asking.applyAsInt(
                            new RunningServer(
                                    loaded.config(),
                                    machine.folder().resolve(loaded.config().data().directory()),
                                    url,
                                    tokenFile));
            case ConfigResult.Invalid invalid -> {
                ConfigurationLoader.explain(invalid.problems(), output.err());
                yield CommandLine.ExitCode.USAGE;
            }
        };
    }
}
