package dev.supie.bootstrap.cli;

import java.io.Console;
import java.nio.file.Path;
import java.util.Map;

/// What a command sees of the machine it runs on; relative paths of the command line start at
/// `folder`.
///
/// @param terminal whether a person at a terminal reads what is printed
public record Machine(
        Map<String, String> variables, Path folder, int processors, boolean terminal) {

    public Machine {
        variables = Map.copyOf(variables);
    }

    /// One that nobody looks at.
    public Machine(Map<String, String> variables, Path folder, int processors) {
        this(variables, folder, processors, false);
    }

    /// The machine this process runs on.
    @SuppressWarnings("SystemConsoleNull") // From Java 25 on it is null again without a terminal.
    public static Machine current() {
        Console console = System.console();
        return new Machine(
                System.getenv(),
                Path.of(""),
                Runtime.getRuntime().availableProcessors(),
                console != null && console.isTerminal());
    }

    /// Whether what is printed may be coloured and drawn anew: only at a terminal that can, and not
    /// for somebody who has asked for plain text (`NO_COLOR`).
    boolean isLive() {
        return terminal
                && variables.getOrDefault("NO_COLOR", "").isEmpty()
                && !variables.getOrDefault("TERM", "dumb").equals("dumb");
    }
}
