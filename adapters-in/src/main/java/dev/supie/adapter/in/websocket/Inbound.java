package dev.supie.adapter.in.websocket;

/// What the peer's bytes turned out to mean.
sealed interface Inbound {

    /// A whole text message.
    record Text(String text) implements Inbound {}

    /// A whole binary message.
    @SuppressWarnings("ArrayRecordComponent") // made once, handed on once, never compared
    record Binary(byte[] bytes) implements Inbound {}

    /// A part of a message whose end has not come yet: only a sign of life.
    record Fragment() implements Inbound {}

    /// A ping, to be answered with the same payload.
    @SuppressWarnings("ArrayRecordComponent") // made once, handed on once, never compared
    record Ping(byte[] payload) implements Inbound {}

    /// A pong, asked for or not.
    record Pong() implements Inbound {}

    /// The peer's Close frame.
    record Close(int code, String reason) implements Inbound {}

    /// The peer broke the rules; what comes after it cannot be trusted.
    ///
    /// @param insideClose whether it happened in the peer's Close frame, so that none will follow
    record Violation(int code, String reason, boolean insideClose) implements Inbound {}

    /// A message has not grown over its limit, but too much is half received from all peers.
    record NoRoom() implements Inbound {}

    /// A message has grown over its limit.
    record TooLarge(MessageKind kind, int bytesMax) implements Inbound {}
}
