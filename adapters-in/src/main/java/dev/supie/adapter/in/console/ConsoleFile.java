package dev.supie.adapter.in.console;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;

/// A file of the console as it is sent.
final class ConsoleFile {

    /// Bytes of a digest that tell two versions of a file apart.
    private static final int TAG_BYTES = 12;

    private final String type;
    private final byte[] plain;
    private final byte[] zipped;
    private final String tag;

    /// @param plain the bytes of the file; whoever gives them away changes them no more
    ConsoleFile(String type, byte[] plain) {
        this.type = type;
        this.plain = plain;
        this.zipped = zipped(plain);
        this.tag = tag(plain);
    }

    /// For `Content-Type`.
    String type() {
        return type;
    }

    /// For `ETag`, quotes included: another one for other bytes.
    String tag() {
        return tag;
    }

    /// Not to be changed.
    byte[] plain() {
        return plain;
    }

    /// The same, compressed with gzip.
    byte[] zipped() {
        return zipped;
    }

    private static byte[] zipped(byte[] plain) {
        var zipped = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(zipped)) {
            zip.write(plain);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return zipped.toByteArray();
    }

    private static String tag(byte[] plain) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(plain);
            return '"' + HexFormat.of().formatHex(digest, 0, TAG_BYTES) + '"';
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
