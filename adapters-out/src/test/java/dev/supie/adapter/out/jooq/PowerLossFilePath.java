package dev.supie.adapter.out.jooq;

import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Files on a [VolatileDisk].
public final class PowerLossFilePath extends FilePathWrapper {

    /// By the name of the file; what was written before it was closed need not be there either.
    private static final Map<String, VolatileDisk> DISKS = new ConcurrentHashMap<>();

    /// For H2.
    public PowerLossFilePath() {}

    /// Under the layer that the server itself has.
    static String prefix() {
        FilePath.register(new PowerLossFilePath());
        return PatientFilePath.prefix().replace("direct:", "power:direct:");
    }

    /// The disk with the embedded database of a folder on it; empty before it is first opened.
    static VolatileDisk disk(Path folder) {
        return disk(DatabaseAccess.file(folder).toString());
    }

    private static VolatileDisk disk(String name) {
        return DISKS.computeIfAbsent(name, _ -> new VolatileDisk());
    }

    @Override
    public String getScheme() {
        return "power";
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        return new Channel(super.open(mode), disk(unwrap().unwrap().unwrap().toString()));
    }

    @SuppressWarnings("UnsynchronizedOverridesSynchronized") // As the file below.
    private static final class Channel extends OverlaidFile {

        private final VolatileDisk disk;

        Channel(FileChannel file, VolatileDisk disk) {
            super(file);
            this.disk = disk;
        }

        @Override
        public int write(ByteBuffer bytes, long position) throws IOException {
            disk.write(bytes.duplicate(), position);
            return super.write(bytes, position);
        }

        @Override
        public int write(ByteBuffer bytes) throws IOException {
            return write(bytes, position());
        }

        @Override
        public FileChannel truncate(long size) throws IOException {
            disk.truncate(size);
            return super.truncate(size);
        }

        @Override
        public void force(boolean metaData) throws IOException {
            disk.sync();
            super.force(metaData);
        }
    }
}
