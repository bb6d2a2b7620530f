package dev.supie.adapter.out.speech.model;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Reads the files of a tar archive as npm writes it: names of at most 100 bytes, no links.
final class TarReader {

    private static final int BLOCK = 512;
    private static final int NAME_LENGTH = 100;
    private static final int SIZE_AT = 124;
    private static final int SIZE_LENGTH = 12;
    private static final int OCTAL = 8;

    private final InputStream archive;
    private long unread;

    TarReader(InputStream archive) {
        this.archive = archive;
    }

    /// @param size in bytes; that many can be read from [#content]
    record Entry(String name, long size) {}

    /// The next file, after skipping what was not read of the one before; empty at the end.
    Optional<Entry> next() throws IOException {
        archive.skipNBytes(unread);
        byte[] header = archive.readNBytes(BLOCK);
        if (header.length < BLOCK || header[0] == 0) {
            return Optional.empty();
        }
        Entry entry = new Entry(text(header, 0, NAME_LENGTH), size(header));
        unread = (entry.size() + BLOCK - 1) / BLOCK * BLOCK;
        return Optional.of(entry);
    }

    /// Reads up to a buffer full of the current file; throws at the end of a cut archive.
    int content(byte[] buffer, int max) throws IOException {
        int count = archive.read(buffer, 0, max);
        if (count < 0) {
            throw new EOFException("the package ends in the middle of a file");
        }
        unread -= count;
        return count;
    }

    private static String text(byte[] header, int from, int length) {
        int end = from;
        while (end < from + length && header[end] != 0) {
            end++;
        }
        return new String(header, from, end - from, StandardCharsets.UTF_8);
    }

    private static long size(byte[] header) throws IOException {
        try {
            return Long.parseLong(text(header, SIZE_AT, SIZE_LENGTH).strip(), OCTAL);
        } catch (NumberFormatException strange) {
            throw new IOException("the package is not a tar archive", strange);
        }
    }
}
