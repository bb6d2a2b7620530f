package dev.supie.adapter.in.websocket;

import java.nio.ByteBuffer;

/// Writes a server's frames: final, never masked, the length in the fewest bytes (RFC 6455 §5.2).
final class FrameEncoder {

    private static final int FINAL_BIT = 0x80;
    private static final int HEADER_BYTES = 2;
    private static final int UNSIGNED_16_BIT_MAX = 0xFFFF;

    private FrameEncoder() {}

    static byte[] frame(Opcode opcode, byte[] payload) {
        int lengthBytes = longLengthBytes(payload.length);
        ByteBuffer frame = ByteBuffer.allocate(HEADER_BYTES + lengthBytes + payload.length);
        frame.put((byte) (FINAL_BIT | opcode.code()));
        switch (lengthBytes) {
            case Short.BYTES ->
                    frame.put((byte) FrameHeader.LENGTH_IN_16_BITS)
                            .putShort((short) payload.length);
            case Long.BYTES ->
                    frame.put((byte) FrameHeader.LENGTH_IN_64_BITS).putLong(payload.length);
            default -> frame.put((byte) payload.length);
        }
        return frame.put(payload).array();
    }

    private static int longLengthBytes(int payloadBytes) {
        if (payloadBytes < FrameHeader.LENGTH_IN_16_BITS) {
            return 0;
        }
        return payloadBytes <= UNSIGNED_16_BIT_MAX ? Short.BYTES : Long.BYTES;
    }
}
