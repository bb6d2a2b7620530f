package dev.supie.adapter.in.console;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;

/// A file of the console as it is sent. Whoever has it must not change the arrays.
///
/// @param type for `Content-Type`
/// @param plain the bytes of the file
/// @param zipped the same, compressed with gzip
/// @param tag for `ETag`, quotes included: another one for other bytes
record ConsoleFile(String type, byte[] plain, byte[] zipped, String tag) {

    /// Bytes of a digest that tell two versions of a file apart.
    private static final int TAG_BYTES = 12;

    static ConsoleFile of(String type, byte[] plain) {
        return new ConsoleFile(type, plain, zipped(plain), tag(plain));
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
