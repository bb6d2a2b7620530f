package dev.supie.adapter.in.websocket;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.jspecify.annotations.Nullable;

import java.util.Optional;

/// One message for a peer, encoded once however many connections it goes to. Immutable.
public final class OutboundMessage {

    private final byte[] frame;
    private final @Nullable String coalesceKey;
    private final @Nullable Runnable whenWritten;

    private OutboundMessage(
            byte[] frame, @Nullable String coalesceKey, @Nullable Runnable whenWritten) {
        this.frame = frame;
        this.coalesceKey = coalesceKey;
        this.whenWritten = whenWritten;
    }

    /// A text message; a lone surrogate in it becomes a question mark, so it is always valid UTF-8.
    public static OutboundMessage text(String text) {
        return new OutboundMessage(
                FrameEncoder.frame(Opcode.TEXT, text.getBytes(UTF_8)), null, null);
    }

    /// A binary message of a copy of `bytes`.
    public static OutboundMessage binary(byte[] bytes) {
        return new OutboundMessage(FrameEncoder.frame(Opcode.BINARY, bytes), null, null);
    }

    /// The same message, but replaceable: when the queue is full only the newest message with this
    /// key is kept (MSG-7).
    public OutboundMessage replaceableBy(String key) {
        return new OutboundMessage(frame, key, whenWritten);
    }

    /// The same message; `action` runs once its bytes were handed to the socket, and never if that
    /// failed, if it was replaced, or if the connection ended first. It runs on the connection's
    /// writing thread, so it must not block; messages written together have their actions run in
    /// the order of the messages.
    public OutboundMessage whenWritten(Runnable action) {
        return new OutboundMessage(frame, coalesceKey, action);
    }

    byte[] frame() {
        return frame;
    }

    Optional<String> coalesceKey() {
        return Optional.ofNullable(coalesceKey);
    }

    void tellWritten() {
        if (whenWritten != null) {
            whenWritten.run();
        }
    }
}
