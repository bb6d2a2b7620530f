package dev.supie.application.administration.port;

/// How much is logged, by the name of who logs; the empty name stands for everybody. What is
/// changed holds until the server ends. Safe for use by many threads.
public interface LogLevels {

    /// From the most to the least that can be said.
    enum Level {
        TRACE,
        DEBUG,
        INFO,
        WARN,
        ERROR
    }

    /// Names that are set apart at most; one more is refused.
    int NAMES_MAX = 200;

    /// What counts for this name, whether it is its own or that of a part of it.
    Level of(String name);

    /// @return false if that many names are set already; then nothing was changed
    boolean set(String name, Level level);
}
