package dev.supie.adapter.in.websocket;

/// What became of a message that was offered to a connection.
public enum SendResult {
    /// It will be written, after everything that was accepted before it.
    ACCEPTED,

    /// As [#ACCEPTED], and it took the place of an older message with the same key.
    COALESCED,

    /// Refused: the peer has too much waiting. Nothing was changed; it may be offered again.
    FULL,

    /// Refused: the connection is closing or closed. It will never take a message again.
    CLOSED
}
