package dev.supie.domain.listening;

/// Why the rules of listening say no.
public enum PickupRejection {
    /// The same boundary came twice in a moment (LIS-2).
    ECHO,
    /// Nobody listens.
    NOT_LISTENING,
    /// An answer that nobody waits for.
    STALE
}
