package dev.supie.domain.connection;

/// Why the rules of a connection say no.
public enum ConnectionRejection {
    /// A newer connection of this badge is the route (DUP-1).
    DISPLACED,
    /// The connection has ended.
    CLOSED
}
