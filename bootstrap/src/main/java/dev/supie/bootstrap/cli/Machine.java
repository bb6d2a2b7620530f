package dev.supie.bootstrap.cli;

import java.nio.file.Path;
import java.util.Map;

/// What a command sees of the machine it runs on; relative paths of the command line start at
/// `folder`.
public record Machine(Map<String, String> variables, Path folder, int processors) {

    public Machine {
        variables = Map.copyOf(variables);
    }

    /// The machine this process runs on.
    public static Machine current() {
        return new Machine(
                System.getenv(), Path.of(""), Runtime.getRuntime().availableProcessors());
    }
}
