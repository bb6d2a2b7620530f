package dev.supie.adapter.out.jooq;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/// A file that is read and written on the thread that asks, and that no interrupt closes.
///
/// Java's ordinary channel is closed when a thread that uses it is interrupted, and with it H2's
/// database. H2's own way around that, the file below, hands each piece to another thread, and two
/// busy cores may take a millisecond to get to it; it is still asked for all that is not reading
/// and writing.
@SuppressWarnings("UnsynchronizedOverridesSynchronized") // As the file below.
final class DirectFile extends OverlaidFile {

    /// Each has a place of its own, so those who read do not wait for who writes.
    private final RandomAccessFile reading;

    private final RandomAccessFile writing;

    /// @param below open on the same file
    /// @param mode as [RandomAccessFile] knows it
    DirectFile(FileChannel below, String name, String mode) throws IOException {
        super(below);
        this.reading = new RandomAccessFile(name, "r");
        this.writing = mode.equals("r") ? reading : new RandomAccessFile(name, "rw");
    }

    /// All of H2's buffers have an array.
    @Override
    public int read(ByteBuffer bytes, long position) throws IOException {
        synchronized (reading) {
            reading.seek(position);
            int count =
                    reading.read(
                            bytes.array(),
                            bytes.arrayOffset() + bytes.position(),
                            bytes.remaining());
            bytes.position(bytes.position() + Math.max(count, 0));
            return count;
        }
    }

    @Override
    public int write(ByteBuffer bytes, long position) throws IOException {
        int count = bytes.remaining();
        synchronized (writing) {
            writing.seek(position);
            writing.write(bytes.array(), bytes.arrayOffset() + bytes.position(), count);
        }
        bytes.position(bytes.limit());
        return count;
    }

    @Override
    protected void implCloseChannel() throws IOException {
        try (reading;
                writing) {
            super.implCloseChannel();
        }
    }
}
