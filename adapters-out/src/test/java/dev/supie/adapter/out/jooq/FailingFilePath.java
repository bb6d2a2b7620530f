package dev.supie.adapter.out.jooq;

import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.concurrent.atomic.AtomicBoolean;

/// Files on a disk that breaks when a test says so.
public final class FailingFilePath extends FilePathWrapper {

    /// Half of what is written arrives.
    static final AtomicBoolean BROKEN = new AtomicBoolean();

    /// Only when it is asked to does it say that it could not write.
    static final AtomicBoolean CANNOT_SYNC = new AtomicBoolean();

    /// For H2.
    public FailingFilePath() {}

    static String prefix() {
        FilePath.register(new FailingFilePath());
        return "failing:" + DirectFilePath.prefix();
    }

    @Override
    public String getScheme() {
        return "failing";
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        return new Channel(super.open(mode));
    }

    @SuppressWarnings("UnsynchronizedOverridesSynchronized") // As the file below.
    private static final class Channel extends OverlaidFile {

        Channel(FileChannel file) {
            super(file);
        }

        @Override
        public int write(ByteBuffer bytes, long position) throws IOException {
            if (BROKEN.get()) {
                ByteBuffer half = bytes.duplicate();
                half.limit(half.position() + half.remaining() / 2);
                super.write(half, position);
                throw new IOException("Input/output error");
            }
            return super.write(bytes, position);
        }

        @Override
        public int write(ByteBuffer bytes) throws IOException {
            return write(bytes, position());
        }

        @Override
        public void force(boolean metaData) throws IOException {
            if (CANNOT_SYNC.get()) {
                throw new IOException("Input/output error");
            }
            super.force(metaData);
        }
    }
}
