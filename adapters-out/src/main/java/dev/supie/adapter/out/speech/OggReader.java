package dev.supie.adapter.out.speech;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Optional;

/// The packets of an Ogg file with one stream (RFC 3533), one after the other. A file that was cut
/// off is read up to there.
final class OggReader {

    /// No packet of Opus comes near it; comments with a picture in them may.
    private static final int PACKET_BYTES_MAX = 16 * 1024 * 1024;

    private static final int TAG_BYTES = 4;
    private static final int PAGE_REST_BYTES = 22;
    private static final int LACING_MAX = 255;

    private final InputStream in;
    private final ArrayDeque<byte[]> complete = new ArrayDeque<>();
    private final ByteArrayOutputStream packet = new ByteArrayOutputStream();
    private boolean atEnd;

    OggReader(InputStream in) {
        this.in = in;
    }

    /// The next packet; none at the end.
    ///
    /// @throws IOException with a message for people if it is not such a file
    Optional<byte[]> next() throws IOException {
        while (complete.isEmpty() && !atEnd) {
            try {
                page();
            } catch (EOFException _) {
                atEnd = true;
            }
        }
        return Optional.ofNullable(complete.poll());
    }

    /// A packet ends with the first piece of less than 255 bytes, maybe on a later page.
    private void page() throws IOException {
        String tag = new String(bytes(TAG_BYTES), StandardCharsets.US_ASCII);
        if (!tag.equals("OggS")) {
            throw new IOException("not an Ogg file, or a damaged one");
        }
        bytes(PAGE_REST_BYTES);
        byte[] lengths = bytes(bytes(1)[0] & 0xff);
        for (byte signed : lengths) {
            int length = signed & 0xff;
            packet.writeBytes(bytes(length));
            if (packet.size() > PACKET_BYTES_MAX) {
                throw new IOException("the Ogg file has a packet of more than 16 MiB");
            }
            if (length < LACING_MAX) {
                complete.add(packet.toByteArray());
                packet.reset();
            }
        }
    }

    private byte[] bytes(int count) throws IOException {
        byte[] bytes = in.readNBytes(count);
        if (bytes.length < count) {
            throw new EOFException();
        }
        return bytes;
    }
}
