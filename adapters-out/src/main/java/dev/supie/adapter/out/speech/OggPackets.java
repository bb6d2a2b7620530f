package dev.supie.adapter.out.speech;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// The Opus packets of an Ogg file with one stream (RFC 7845).
///
/// @param skip how many samples at 48 kHz the encoder put before the sound
record OggPackets(List<byte[]> packets, int skip) {

    private static final int TAG_BYTES = 4;
    private static final int PAGE_REST_BYTES = 22;
    private static final int LACING_MAX = 255;

    /// The head and the comments.
    private static final int HEADER_PACKETS = 2;

    private static final int SKIP_AT = 10;

    /// @throws IOException with a message for people if it is not such a file
    static OggPackets read(byte[] file) throws IOException {
        List<byte[]> packets = packets(ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN));
        if (packets.size() < HEADER_PACKETS || !isOpus(packets.getFirst())) {
            throw new IOException("only Ogg files with Opus in them can be read");
        }
        int skip =
                ByteBuffer.wrap(packets.getFirst()).order(ByteOrder.LITTLE_ENDIAN).getShort(SKIP_AT)
                        & 0xffff;
        return new OggPackets(packets.subList(HEADER_PACKETS, packets.size()), skip);
    }

    private static boolean isOpus(byte[] head) {
        return head.length > SKIP_AT + 1
                && new String(head, 0, 8, StandardCharsets.US_ASCII).equals("OpusHead");
    }

    private static List<byte[]> packets(ByteBuffer bytes) throws IOException {
        List<byte[]> packets = new ArrayList<>();
        ByteArrayOutputStream packet = new ByteArrayOutputStream();
        try {
            while (bytes.hasRemaining()) {
                page(bytes, packet, packets);
            }
        } catch (BufferUnderflowException | IllegalArgumentException cut) {
            throw new IOException("the Ogg file is cut off", cut);
        }
        return packets;
    }

    /// A packet ends with the first piece of less than 255 bytes, maybe on a later page.
    private static void page(ByteBuffer bytes, ByteArrayOutputStream packet, List<byte[]> packets)
            throws IOException {
        byte[] tag = new byte[TAG_BYTES];
        bytes.get(tag);
        if (!new String(tag, StandardCharsets.US_ASCII).equals("OggS")) {
            throw new IOException("not an Ogg file");
        }
        bytes.position(bytes.position() + PAGE_REST_BYTES);
        byte[] lengths = new byte[bytes.get() & 0xff];
        bytes.get(lengths);
        for (byte signed : lengths) {
            int length = signed & 0xff;
            byte[] piece = new byte[length];
            bytes.get(piece);
            packet.writeBytes(piece);
            if (length < LACING_MAX) {
                packets.add(packet.toByteArray());
                packet.reset();
            }
        }
    }
}
