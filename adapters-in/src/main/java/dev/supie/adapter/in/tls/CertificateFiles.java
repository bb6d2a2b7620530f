package dev.supie.adapter.in.tls;

import dev.supie.adapter.in.tls.TlsException.Part;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;

/// The two PEM files of a server (`server.tls`).
///
/// @param certificate the server's own certificate first, then those between it and the root
/// @param key its private key, PKCS#8 and not encrypted
public record CertificateFiles(Path certificate, Path key) {

    /// No chain is larger, by far.
    static final int BYTES_MAX = 256 * 1024;

    /// What tells one state of the files from another.
    record State(Look certificate, Look key) {}

    /// A file as it was at a moment; all zero if it was not there.
    record Look(FileTime changed, long bytes, String identity) {

        private static final Look GONE = new Look(FileTime.fromMillis(0), 0, "");

        static Look at(Path file) {
            try {
                BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class);
                return new Look(
                        found.lastModifiedTime(), found.size(), String.valueOf(found.fileKey()));
            } catch (IOException unreadable) {
                return GONE;
            }
        }
    }

    State state() {
        return new State(Look.at(certificate), Look.at(key));
    }

    /// Reads both, and sees to it that they belong together.
    public Credentials read() throws TlsException {
        return Credentials.of(
                PemCertificates.read(text(certificate, Part.CERTIFICATE)),
                PemKey.read(text(key, Part.KEY)));
    }

    private static String text(Path file, Part part) throws TlsException {
        try {
            if (Files.size(file) > BYTES_MAX) {
                throw new TlsException(
                        part, "is larger than " + BYTES_MAX + " bytes", "name a PEM file");
            }
            // Whatever is no text is no PEM either, and is told so.
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (NoSuchFileException absent) {
            throw new TlsException(part, "does not exist", "name a PEM file");
        } catch (IOException unreadable) {
            throw new TlsException(
                    part,
                    "cannot be read (" + unreadable.getClass().getSimpleName() + ")",
                    "let the user that runs the server read it");
        }
    }
}
