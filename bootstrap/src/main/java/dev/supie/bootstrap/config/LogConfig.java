package dev.supie.bootstrap.config;

/// What is logged.
public record LogConfig(Level level) {

    /// From the fewest lines to the most.
    public enum Level {
        ERROR,
        WARN,
        INFO,
        DEBUG,
        TRACE
    }
}
