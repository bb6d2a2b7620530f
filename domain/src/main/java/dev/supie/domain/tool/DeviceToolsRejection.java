package dev.supie.domain.tool;

/// Why nothing was done.
public enum DeviceToolsRejection {
    /// The badge has no tools, or has not told of them yet.
    NOT_READY,
    /// It has no such tool, or none that a model may use.
    UNKNOWN_TOOL,
    /// As many calls are under way as may be.
    TOO_MANY_CALLS,
    /// More than a badge can be sent (T37).
    ARGUMENTS_TOO_LONG,
    /// Nobody waits for this answer: it came too late, or twice, or was never asked for.
    NOT_ASKED,
    /// The connection has ended.
    ENDED
}
