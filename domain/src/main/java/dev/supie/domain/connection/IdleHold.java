package dev.supie.domain.connection;

/// Why a connection must not be closed as idle right now (CON-3).
public enum IdleHold {
    /// The server speaks.
    SPEAKING,
    /// A meeting's minutes are being written.
    FINALIZING
}
