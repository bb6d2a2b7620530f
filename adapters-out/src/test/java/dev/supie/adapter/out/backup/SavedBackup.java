package dev.supie.adapter.out.backup;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Random;

/// A backup of a folder that has a database, one secret, and what is not backed up.
final class SavedBackup {

    static final Instant MADE = Instant.parse("2026-11-22T05:00:00Z");
    static final byte[] KEY = "a key of thirty-two characters..\n".getBytes(US_ASCII);

    /// Cannot be squeezed.
    static final byte[] DATABASE = new byte[300_000];

    static {
        new Random(1).nextBytes(DATABASE);
    }

    private SavedBackup() {}

    static Path in(Path place) throws Exception {
        Path folder = Files.createDirectories(place.resolve("data"));
        Files.write(folder.resolve("device-token-key"), KEY);
        Files.writeString(folder.resolve("http-url"), "http://127.0.0.1:1");
        Path file = place.resolve("saved.zip");
        DatabaseCopy copy =
                to -> {
                    to.write(DATABASE);
                    return "9";
                };
        try (FolderBackup backup = FolderBackup.of(folder, copy);
                OutputStream out = Files.newOutputStream(file)) {
            backup.writeTo(out, "1.2.3", MADE);
        }
        return file;
    }
}
