package dev.supie.adapter.in.websocket;

import java.util.Arrays;
import java.util.HexFormat;

/// Reads back what was given to a socket to send in binary.
public final class SentBinary {

    private static final byte FINAL_BINARY = (byte) 0x82;
    private static final int HEADER_BYTES = 2;
    private static final int SHORT_BYTES_MAX = 125;

    private SentBinary() {}

    public static boolean isBinary(OutboundMessage message) {
        return message.frame()[0] == FINAL_BINARY;
    }

    /// The bytes of a short message in hexadecimal digits.
    public static String hex(OutboundMessage message) {
        byte[] frame = message.frame();
        if (!isBinary(message) || frame[1] > SHORT_BYTES_MAX) {
            throw new AssertionError("not a short unfragmented binary message");
        }
        return HexFormat.of().formatHex(Arrays.copyOfRange(frame, HEADER_BYTES, frame.length));
    }
}
