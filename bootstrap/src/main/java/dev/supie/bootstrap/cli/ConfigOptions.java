package dev.supie.bootstrap.cli;

import dev.supie.bootstrap.config.Assignment;

import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// `--config` and `--set`, as every command that reads a configuration takes them.
final class ConfigOptions {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command = CommandSpec.create();

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "The configuration file (default: supie.yaml here, if there is one).")
    private Optional<String> file = Optional.empty();

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description =
                    "Sets one key, over the file and the environment. Can be repeated;"
                            + " KEY= goes back to the default.")
    private List<String> settings = new ArrayList<>();

    Optional<String> file() {
        return file;
    }

    /// Throws picocli's exception for wrong use if one has no `=`.
    List<Assignment> assignments() {
        return settings.stream().map(this::assignment).toList();
    }

    private Assignment assignment(String text) {
        int equals = text.indexOf('=');
        if (equals <= 0) {
            throw new CommandLine.ParameterException(
                    command.commandLine(), "--set needs KEY=VALUE, for instance server.port=8004");
        }
        return new Assignment(
                "--set", text.substring(0, equals).strip(), text.substring(equals + 1));
    }
}
