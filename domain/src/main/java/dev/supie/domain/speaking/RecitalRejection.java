package dev.supie.domain.speaking;

/// Why the speaking of an answer stays as it is.
public enum RecitalRejection {
    /// The answer is over, or was said to be complete.
    OVER,
    /// Too many sentences wait already.
    FULL,
    /// It is about something that nobody waits for.
    STALE
}
