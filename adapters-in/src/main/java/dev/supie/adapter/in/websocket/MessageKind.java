package dev.supie.adapter.in.websocket;

/// The two kinds of message that WebSocket knows.
public enum MessageKind {
    /// Characters, always valid UTF-8.
    TEXT,

    /// Bytes without a meaning of their own.
    BINARY
}
