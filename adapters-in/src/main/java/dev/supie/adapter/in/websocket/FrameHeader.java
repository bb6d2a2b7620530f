package dev.supie.adapter.in.websocket;

/// The header of one frame as it came, before any rule has judged it.
///
/// @param first the final bit, the three reserved bits and the opcode
/// @param second the mask bit and the 7-bit length
/// @param length the payload's length; negative if the peer set the highest of 64 bits
/// @param maskingKey the four key bytes, the first one highest; 0 without a mask
record FrameHeader(int first, int second, long length, int maskingKey) {

    static final int LENGTH_IN_16_BITS = 126;
    static final int LENGTH_IN_64_BITS = 127;

    private static final int FINAL_BIT = 0x80;
    private static final int RESERVED_BITS = 0x70;
    private static final int OPCODE_BITS = 0x0F;
    private static final int MASK_BIT = 0x80;
    private static final int SHORT_LENGTH_BITS = 0x7F;
    private static final int UNSIGNED_16_BIT_MAX = 0xFFFF;

    boolean isFinal() {
        return (first & FINAL_BIT) != 0;
    }

    boolean usesReservedBits() {
        return (first & RESERVED_BITS) != 0;
    }

    int opcode() {
        return first & OPCODE_BITS;
    }

    boolean isMasked() {
        return isMasked(second);
    }

    /// Whether the length was written in the fewest bytes it fits in, as RFC 6455 §5.2 demands.
    boolean usesShortestLength() {
        return switch (shortLength(second)) {
            case LENGTH_IN_16_BITS -> length >= LENGTH_IN_16_BITS;
            case LENGTH_IN_64_BITS -> length > UNSIGNED_16_BIT_MAX;
            default -> true;
        };
    }

    static boolean isMasked(int second) {
        return (second & MASK_BIT) != 0;
    }

    static int shortLength(int second) {
        return second & SHORT_LENGTH_BITS;
    }
}
