package dev.supie.adapter.in.badge;

import java.nio.ByteBuffer;
import java.util.Optional;

/// How a badge wraps its Opus packets (MSG-1), chosen in the handshake or by its hello. All numbers
/// are big endian.
enum BinaryFraming {
    /// Nothing but the packet.
    BARE(1) {
        @Override
        Optional<ByteBuffer> payload(ByteBuffer frame) {
            return Optional.of(frame);
        }
    },

    /// 16 bytes before the packet: version (2), type (2), reserved (4), time stamp in ms (4), size
    /// of the packet (4).
    STAMPED(2) {
        @Override
        Optional<ByteBuffer> payload(ByteBuffer frame) {
            if (frame.remaining() < STAMPED_HEADER_BYTES) {
                return Optional.empty();
            }
            int version = Short.toUnsignedInt(frame.getShort(0));
            long size = Integer.toUnsignedLong(frame.getInt(STAMPED_SIZE_AT));
            ByteBuffer packet = after(STAMPED_HEADER_BYTES, frame);
            boolean whole = version == number() && size == packet.remaining();
            return whole ? Optional.of(packet) : Optional.empty();
        }
    },

    /// 4 bytes before the packet: type (1), reserved (1), size of the packet (2).
    SHORT(3) {
        @Override
        Optional<ByteBuffer> payload(ByteBuffer frame) {
            if (frame.remaining() < SHORT_HEADER_BYTES) {
                return Optional.empty();
            }
            int size = Short.toUnsignedInt(frame.getShort(SHORT_SIZE_AT));
            ByteBuffer packet = after(SHORT_HEADER_BYTES, frame);
            return size == packet.remaining() ? Optional.of(packet) : Optional.empty();
        }
    };

    private static final int STAMPED_HEADER_BYTES = 16;
    private static final int STAMPED_SIZE_AT = 12;
    private static final int SHORT_HEADER_BYTES = 4;
    private static final int SHORT_SIZE_AT = 2;

    private final int number;

    BinaryFraming(int number) {
        this.number = number;
    }

    /// The number that stands for it on the wire.
    int number() {
        return number;
    }

    static Optional<BinaryFraming> ofNumber(int number) {
        for (BinaryFraming framing : values()) {
            if (framing.number == number) {
                return Optional.of(framing);
            }
        }
        return Optional.empty();
    }

    /// What the `Protocol-Version` header says; bare packets if it says nothing that exists.
    static BinaryFraming ofHeader(String value) {
        return switch (value.strip()) {
            case "2" -> STAMPED;
            case "3" -> SHORT;
            default -> BARE;
        };
    }

    /// The packet in a binary message; none if the sizes contradict each other (T17). Everything a
    /// badge sends in binary is audio, so the type is not looked at.
    abstract Optional<ByteBuffer> payload(ByteBuffer frame);

    private static ByteBuffer after(int headerBytes, ByteBuffer frame) {
        return frame.slice(headerBytes, frame.remaining() - headerBytes);
    }
}
