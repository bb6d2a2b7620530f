package dev.supie.domain.listening;

/// How a badge's speech is picked up: who says when a piece of it ends (LIS-1).
public enum ListenMode {
    /// A pause ends it.
    AUTO,
    /// The badge ends it, unless it has not said anything about it for too long.
    MANUAL,
    /// A pause ends it, and the badge goes on listening while the server speaks.
    REALTIME
}
