package dev.supie.bootstrap.config;

/// Where a value came from, as precisely as somebody needs to go and change it.
public sealed interface Origin {

    /// A line of the configuration file, counted from 1; line 0 is the file as a whole.
    record File(String name, int line) implements Origin {}

    /// An environment variable.
    record Variable(String name) implements Origin {}

    /// An option of the command line, for instance `--set`.
    record Option(String name) implements Origin {}

    /// Nobody gave a value.
    record Default() implements Origin {}

    /// The form that messages start with.
    default String text() {
        return switch (this) {
            case File(String name, int line) when line == 0 -> name;
            case File(String name, int line) -> name + ":" + line;
            case Variable(String name) -> "environment variable " + name;
            case Option(String name) -> name;
            case Default() -> "default";
        };
    }

    /// The same source at another line; only a file has lines.
    default Origin atLine(int line) {
        return switch (this) {
            case File(String name, int _) -> new File(name, line);
            case Variable _, Option _, Default _ -> this;
        };
    }
}
