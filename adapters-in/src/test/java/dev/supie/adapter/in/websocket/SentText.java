package dev.supie.adapter.in.websocket;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;

/// Lets tests of other packages read what they were given to send.
public final class SentText {

    private static final int LENGTH_16_BITS = 126;
    private static final int LENGTH_64_BITS = 127;

    private SentText() {}

    public static String of(OutboundMessage message) {
        ByteBuffer frame = ByteBuffer.wrap(message.frame());
        if (frame.get() != (byte) 0x81) {
            throw new AssertionError("not an unfragmented text message");
        }
        int length = frame.get();
        if (length == LENGTH_16_BITS) {
            frame.getShort();
        } else if (length == LENGTH_64_BITS) {
            frame.getLong();
        }
        return UTF_8.decode(frame).toString();
    }

    /// Does what the writer does once the bytes were handed to the socket.
    public static void written(OutboundMessage message) {
        message.tellWritten();
    }

    /// What it may be replaced by; empty if by nothing.
    public static String coalesceKey(OutboundMessage message) {
        return message.coalesceKey().orElse("");
    }
}
