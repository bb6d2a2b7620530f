package dev.supie.adapter.in.websocket;

import java.nio.ByteBuffer;
import java.util.Optional;

/// Collects the 2 to 14 bytes of a frame header, however they arrive. Not for use by two threads.
final class FrameHeaderReader {

    private static final int BYTES_MIN = 2;
    private static final int BYTES_MAX = 14;
    private static final int MASKING_KEY_BYTES = 4;

    private final ByteBuffer collected = ByteBuffer.allocate(BYTES_MAX);

    /// Takes bytes from `input` up to the end of the header; empty if it has not ended yet.
    Optional<FrameHeader> read(ByteBuffer input) {
        while (collected.position() < bytesNeeded()) {
            if (!input.hasRemaining()) {
                return Optional.empty();
            }
            collected.put(input.get());
        }
        collected.flip();
        FrameHeader header = parse();
        collected.clear();
        return Optional.of(header);
    }

    private int bytesNeeded() {
        if (collected.position() < BYTES_MIN) {
            return BYTES_MIN;
        }
        int second = collected.get(1);
        int maskingKeyBytes = FrameHeader.isMasked(second) ? MASKING_KEY_BYTES : 0;
        return BYTES_MIN + longLengthBytes(second) + maskingKeyBytes;
    }

    private FrameHeader parse() {
        int first = Byte.toUnsignedInt(collected.get());
        int second = Byte.toUnsignedInt(collected.get());
        long length =
                switch (longLengthBytes(second)) {
                    case Short.BYTES -> Short.toUnsignedLong(collected.getShort());
                    case Long.BYTES -> collected.getLong();
                    default -> FrameHeader.shortLength(second);
                };
        int maskingKey = FrameHeader.isMasked(second) ? collected.getInt() : 0;
        return new FrameHeader(first, second, length, maskingKey);
    }

    private static int longLengthBytes(int second) {
        return switch (FrameHeader.shortLength(second)) {
            case FrameHeader.LENGTH_IN_16_BITS -> Short.BYTES;
            case FrameHeader.LENGTH_IN_64_BITS -> Long.BYTES;
            default -> 0;
        };
    }
}
