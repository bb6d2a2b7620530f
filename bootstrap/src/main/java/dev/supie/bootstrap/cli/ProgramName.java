package dev.supie.bootstrap.cli;

import org.jspecify.annotations.Nullable;

/// What somebody types to run this program. The scripts that start it tell how they were called
/// (`-Dsupie.program`), so that what people are told to do next works where they are.
public final class ProgramName {

    private static final String USUAL = "supie";

    private ProgramName() {}

    /// For instance `./supie` or `/opt/supie/bin/supie`.
    public static String current() {
        return of(System.getProperty("supie.program"));
    }

    /// @param called by a script; in quotes if a shell would cut it into words
    static String of(@Nullable String called) {
        if (called == null || called.isBlank()) {
            return USUAL;
        }
        return called.matches(".*\\s.*") ? "'" + called + "'" : called;
    }
}
