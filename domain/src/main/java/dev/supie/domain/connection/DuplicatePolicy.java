package dev.supie.domain.connection;

/// What becomes of a second connection of one badge (DUP-1, DUP-2).
public enum DuplicatePolicy {
    /// The newer one is the badge, and the older one is closed.
    TAKEOVER,
    /// The older one stays while it shows life, and the newer one is refused.
    REJECT
}
