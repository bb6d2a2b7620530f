package dev.supie.adapter.out.jooq;

import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

import java.io.IOException;
import java.nio.channels.FileChannel;

/// Files of the embedded database that are read and written on the thread that asks ([DirectFile],
/// ADR 0035). Public because H2 makes them itself.
public final class DirectFilePath extends FilePathWrapper {

    private static final String SCHEME = "direct";

    /// For H2.
    public DirectFilePath() {}

    /// The prefix of names of files that H2 then treats so.
    static String prefix() {
        FilePath.register(new DirectFilePath());
        return SCHEME + ":async:";
    }

    @Override
    public String getScheme() {
        return SCHEME;
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        FileChannel file = super.open(mode);
        try {
            return new DirectFile(file, unwrap().unwrap().toString(), mode);
        } catch (IOException e) {
            file.close();
            throw e;
        }
    }
}
