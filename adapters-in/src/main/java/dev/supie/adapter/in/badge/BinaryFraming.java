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

        @Override
        ByteBuffer header(int timestampMillis, int size) {
            return ByteBuffer.allocate(0);
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

        @Override
        ByteBuffer header(int timestampMillis, int size) {
            return ByteBuffer.allocate(STAMPED_HEADER_BYTES)
                    .putShort((short) number())
                    .putShort(OPUS)
                    .putInt(0)
                    .putInt(timestampMillis)
                    .putInt(size);
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

        @Override
        ByteBuffer header(int timestampMillis, int size) {
            return ByteBuffer.allocate(SHORT_HEADER_BYTES)
                    .put((byte) OPUS)
                    .put((byte) 0)
                    .putShort((short) size);
        }
    };

    /// No packet of Opus is larger, in whatever framing; a badge trusts the size it is told (T18).
    static final int PACKET_BYTES_MAX = 0xFFFF;

    private static final int STAMPED_HEADER_BYTES = 16;
    private static final int STAMPED_SIZE_AT = 12;
    private static final int SHORT_HEADER_BYTES = 4;
    private static final int SHORT_SIZE_AT = 2;
    private static final short OPUS = 0;

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

    /// A packet as the badge wants it wrapped (T18).
    ///
    /// @param timestampMillis where it belongs in what is played; only some framings carry it
    byte[] frame(byte[] packet, int timestampMillis) {
        if (packet.length > PACKET_BYTES_MAX) {
            throw new IllegalArgumentException("no packet has " + packet.length + " bytes");
        }
        byte[] header = header(timestampMillis, packet.length).array();
        return ByteBuffer.allocate(header.length + packet.length).put(header).put(packet).array();
    }

    /// What stands before a packet of this size.
    abstract ByteBuffer header(int timestampMillis, int size);

    private static ByteBuffer after(int headerBytes, ByteBuffer frame) {
        return frame.slice(headerBytes, frame.remaining() - headerBytes);
    }
}
