package dev.supie.bootstrap.management;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.bootstrap.config.ManagedDocument;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Optional;

/// CFG-3: what is kept of a management server's last good answer.
final class LastGoodCopyTest {

    private static final URI URL = URI.create("https://manage.example/supie.yaml");
    private static final String YAML = "log:\n  level: warn # 中";

    @TempDir private Path folder = Path.of("");

    private final HttpManagement management = new HttpManagement();

    private Path file() {
        return folder.resolve("config-url.yaml");
    }

    private static ManagedDocument document(String text) {
        return new ManagedDocument(URL, text, Optional.of("\"v1\""), false);
    }

    private Optional<ManagedDocument> kept() {
        return management.lastGood(folder, URL);
    }

    @Test
    void whatWasKeptIsThereAgainAsACopy() {
        assertEquals(Optional.empty(), kept());
        management.keep(folder, document("old: 1"));
        management.keep(folder, document(YAML));

        assertEquals(Optional.of(new ManagedDocument(URL, YAML, Optional.empty(), true)), kept());
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "there are no modes")
    void nobodyElseMayReadIt() throws IOException {
        management.keep(folder, document(YAML));

        assertEquals(
                "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file())));
    }

    @Test
    void whatIsThereAlreadyIsNotWrittenAgain() throws IOException {
        management.keep(folder, document(YAML));
        FileTime before = FileTime.from(Instant.parse("2026-01-01T00:00:00Z"));
        Files.setLastModifiedTime(file(), before);
        management.keep(folder, document(YAML));
        assertEquals(before, Files.getLastModifiedTime(file()));

        management.keep(folder, document("log: {}"));
        assertTrue(!before.equals(Files.getLastModifiedTime(file())));
    }

    @Test
    void oneFromElsewhereDoesNotCount() {
        management.keep(folder, document(YAML));

        assertEquals(
                Optional.empty(),
                management.lastGood(folder, URI.create("https://manage.example/supie.yam")));
        assertEquals(
                Optional.empty(),
                management.lastGood(folder, URI.create("https://other.example/supie.yaml")));
    }

    @Test
    void aFileThatIsNoCopyDoesNotCount() throws IOException {
        Files.writeString(file(), YAML);
        assertEquals(Optional.empty(), kept());
        Files.write(file(), new byte[] {(byte) 0xff, (byte) 0xfe, 0});
        assertEquals(Optional.empty(), kept());
        Files.writeString(file(), "");
        assertEquals(Optional.empty(), kept());
    }

    @Test
    void aFileThatIsTooLargeDoesNotCount() {
        management.keep(folder, document("#".repeat(DocumentRequest.BYTES_MAX)));
        assertTrue(kept().isPresent());
        management.keep(folder, document("#".repeat(2 * DocumentRequest.BYTES_MAX)));
        assertEquals(Optional.empty(), kept());
    }

    @Test
    void aFolderThatCannotBeWrittenToBreaksNothing() throws IOException {
        Path noFolder = Files.writeString(folder.resolve("file"), "");
        management.keep(noFolder, document(YAML));

        assertEquals(Optional.empty(), management.lastGood(noFolder, URL));
    }
}
