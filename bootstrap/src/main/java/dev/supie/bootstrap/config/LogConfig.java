package dev.supie.bootstrap.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// What is logged, how, and where to (LOG-1).
///
/// @param charsMax of one message; of a longer one head and tail are kept
/// @param files where logs are kept besides standard error; nothing if they are not
public record LogConfig(Level level, int charsMax, Format format, Optional<Files> files) {

    /// From the fewest lines to the most.
    public enum Level {
        ERROR,
        WARN,
        INFO,
        DEBUG,
        TRACE
    }

    /// How an event is written; one line in any case.
    public enum Format {
        TEXT,
        JSON
    }

    /// Logs in files.
    ///
    /// @param bytesMax of one file; then the next one is begun, and each day
    /// @param retention how long a file is kept, in whole days
    public record Files(Path folder, long bytesMax, Duration retention) {}
}
