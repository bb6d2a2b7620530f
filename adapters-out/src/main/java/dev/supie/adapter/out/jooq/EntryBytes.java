package dev.supie.adapter.out.jooq;

import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Lets through, as they are, the bytes of a file that H2 would put into a ZIP. Squeezing them
/// takes longer than copying, while everybody who wants to write waits.
final class EntryBytes extends ZipOutputStream {

    private final OutputStream to;

    EntryBytes(OutputStream to) {
        super(OutputStream.nullOutputStream());
        this.to = to;
    }

    @Override
    public void putNextEntry(ZipEntry entry) {
        // There is one file.
    }

    @Override
    public void write(int each) throws IOException {
        to.write(each);
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) throws IOException {
        to.write(bytes, offset, length);
    }

    @Override
    public void closeEntry() {
        // There is one file.
    }
}
