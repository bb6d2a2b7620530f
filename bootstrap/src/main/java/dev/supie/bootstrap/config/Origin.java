package dev.supie.bootstrap.config;

/// Where a value came from, as precisely as somebody needs to go and change it.
public sealed interface Origin {

    /// A line of the configuration file, counted from 1; line 0 is the file as a whole.
    record File(String name, int line) implements Origin {}

    /// A line of the document of a management server, counted as in a file.
    ///
    /// @param copy whether it is the last good one of a former time
    record Managed(String url, boolean copy, int line) implements Origin {}

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
            case Managed(String url, boolean copy, int line) ->
                    "url "
                            + url
                            + (copy ? " (last good copy)" : "")
                            + (line == 0 ? "" : ", line " + line);
            case Variable(String name) -> "environment variable " + name;
            case Option(String name) -> name;
            case Default() -> "default";
        };
    }

    /// The same source at another line, if it has lines.
    default Origin atLine(int line) {
        return switch (this) {
            case File(String name, int _) -> new File(name, line);
            case Managed(String url, boolean copy, int _) -> new Managed(url, copy, line);
            case Variable _, Option _, Default _ -> this;
        };
    }
}
