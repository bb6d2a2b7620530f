package dev.supie.adapter.in.websocket;

import io.helidon.common.buffers.BufferData;
import io.helidon.common.buffers.DataWriter;

import java.io.OutputStream;

/// Helidon's writer of one HTTP connection, with a limit to how long its peer may take to read. It
/// writes in pieces, so that a long answer over a slow line is in time as long as it moves. Always
/// on the caller's thread, as Helidon itself does when it is not told to queue.
final class GuardedWriter implements DataWriter {

    /// What the peer may take [HttpSocket#WRITE_MAX] for; also what one TLS record holds.
    static final int PIECE_BYTES = 16 * 1024;

    private final DataWriter writer;
    private final HttpSocket http;
    private final OutputStream pieces = new Pieces();

    GuardedWriter(DataWriter writer, HttpSocket http) {
        this.writer = writer;
        this.http = http;
    }

    @Override
    public void write(BufferData... buffers) {
        writeNow(buffers);
    }

    @Override
    public void write(BufferData buffer) {
        writeNow(buffer);
    }

    @Override
    public void writeNow(BufferData... buffers) {
        // Together, so that a head and a small body are one packet.
        writeNow(BufferData.create(buffers));
    }

    @Override
    public void writeNow(BufferData buffer) {
        buffer.writeTo(pieces);
    }

    @Override
    public void flush() {
        writer.flush();
    }

    /// Cuts what a buffer hands over.
    private final class Pieces extends OutputStream {

        @Override
        public void write(int single) {
            write(new byte[] {(byte) single}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            for (int done = 0; done < length; done += PIECE_BYTES) {
                BufferData piece =
                        BufferData.createReadOnly(
                                bytes, offset + done, Math.min(PIECE_BYTES, length - done));
                http.write(() -> writer.writeNow(piece));
            }
        }
    }
}
