package dev.supie.domain.coding;

import java.util.Locale;

/// How bad the sender finds what it sends.
public enum LogLevel {
    INFO,
    WARN,
    ERROR;

    /// From the word on the wire, of which senders have many; one that nobody knows is [#INFO].
    public static LogLevel of(String word) {
        return switch (word.strip().toLowerCase(Locale.ROOT)) {
            case "error", "err", "fatal", "critical", "severe" -> ERROR;
            case "warn", "warning" -> WARN;
            default -> INFO;
        };
    }
}
