package dev.supie.adapter.out.backup;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.application.administration.port.BackupRefusedException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// ADR 0027: where a backup may be restored to, what is there then, and what a folder needs to be
/// backed up.
class FolderRestoreTest {

    @TempDir private Path place = Path.of("");

    private static void restore(Path file, Path target)
            throws BackupUnusableException, IOException {
        try (BackupFile backup = BackupFile.open(file)) {
            FolderRestore.restore(backup, target, _ -> {});
        }
    }

    @Test
    void whatWasSavedComesBackAndIsForItsOwnerOnly() throws Exception {
        Path target = place.resolve("deep/er");
        restore(SavedBackup.in(place), target);
        assertArrayEquals(SavedBackup.DATABASE, Files.readAllBytes(target.resolve("supie.mv.db")));
        assertArrayEquals(SavedBackup.KEY, Files.readAllBytes(target.resolve("device-token-key")));
        assertFalse(Files.exists(target.resolve("http-url")));
        for (String name : List.of("supie.mv.db", "device-token-key")) {
            assertEquals(
                    "rw-------",
                    PosixFilePermissions.toString(
                            Files.getPosixFilePermissions(target.resolve(name))));
        }
        assertEquals(
                "rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(target)));
    }

    @Test
    void aFolderWithAnythingInItIsLeftAlone() throws Exception {
        Path target = Files.createDirectories(place.resolve("target"));
        Files.writeString(target.resolve("mine"), "kept");
        Path file = SavedBackup.in(place);
        assertThrows(BackupUnusableException.class, () -> restore(file, target));
        assertEquals("kept", Files.readString(target.resolve("mine")));
        try (Stream<Path> content = Files.list(target)) {
            assertEquals(1, content.count());
        }
        Path text = Files.writeString(place.resolve("text"), "kept");
        assertThrows(BackupUnusableException.class, () -> restore(file, text));
    }

    @Test
    void anEmptyFolderIsFilledAndStaysTheSameOne() throws Exception {
        Path target = Files.createDirectories(place.resolve("target"));
        Object before = Files.getAttribute(target, "unix:ino");
        restore(SavedBackup.in(place), target);
        assertArrayEquals(SavedBackup.KEY, Files.readAllBytes(target.resolve("device-token-key")));
        assertEquals(before, Files.getAttribute(target, "unix:ino"));
        assertEquals(Set.of("device-token-key", "supie.mv.db"), content(target));
    }

    @Test
    void aFileSystemThatWasJustMountedCountsAsEmpty() throws Exception {
        Path target = Files.createDirectories(place.resolve("target"));
        Files.createDirectory(target.resolve("lost+found"));
        restore(SavedBackup.in(place), target);
        assertArrayEquals(SavedBackup.KEY, Files.readAllBytes(target.resolve("device-token-key")));
        assertEquals(Set.of("device-token-key", "lost+found", "supie.mv.db"), content(target));
    }

    @Test
    void aFileOfThatNameIsSomebodysOwn() throws Exception {
        Path target = Files.createDirectories(place.resolve("target"));
        Files.writeString(target.resolve("lost+found"), "kept");
        Path file = SavedBackup.in(place);
        assertThrows(BackupUnusableException.class, () -> restore(file, target));
        assertEquals(Set.of("lost+found"), content(target));
    }

    private static Set<String> content(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(each -> each.getFileName().toString()).collect(Collectors.toSet());
        }
    }

    @Test
    void aFolderThatCannotBeMadeReadyIsNeverThere() throws Exception {
        Path target = place.resolve("target");
        assertThrows(IllegalStateException.class, () -> failing(target));
        assertFalse(Files.exists(target));
        Files.createDirectories(target);
        assertThrows(IllegalStateException.class, () -> failing(target));
        assertEquals(Set.of(), content(target));
    }

    private void failing(Path target) throws Exception {
        try (BackupFile backup = BackupFile.open(SavedBackup.in(place))) {
            FolderRestore.restore(
                    backup,
                    target,
                    folder -> {
                        assertTrue(Files.exists(folder.resolve("supie.mv.db")));
                        assertTrue(FolderRestore.obstacle(target).isPresent());
                        throw new IllegalStateException("planned");
                    });
        }
    }

    @Test
    void whereSomebodyWasKilledNobodyStartsAndNobodyRestores() throws Exception {
        Path target = place.resolve("target");
        assertEquals(Optional.empty(), FolderRestore.obstacle(target));
        Files.createDirectories(target.resolve(FolderRestore.DRAFT));
        assertTrue(FolderRestore.obstacle(target).orElseThrow().contains("broken off"));
        Path file = SavedBackup.in(place);
        BackupUnusableException refused =
                assertThrows(BackupUnusableException.class, () -> restore(file, target));
        assertTrue(String.valueOf(refused.getMessage()).contains("broken off"));
    }

    @Test
    void whatSomebodyElsePutsThereMeanwhileStaysAndNothingOfOursDoes() throws Exception {
        Path target = place.resolve("target");
        try (BackupFile backup = BackupFile.open(SavedBackup.in(place))) {
            assertThrows(
                    FileAlreadyExistsException.class,
                    () ->
                            FolderRestore.restore(
                                    backup,
                                    target,
                                    _ -> Files.writeString(target.resolve("supie.mv.db"), "mine")));
        }
        assertEquals("mine", Files.readString(target.resolve("supie.mv.db")));
        assertEquals(Set.of("supie.mv.db"), content(target));
    }

    @Test
    void aCopyThatFailsLeavesNothingAndTheNextOneWorks() throws Exception {
        Path folder = Files.createDirectories(place.resolve("data"));
        assertThrows(
                IOException.class,
                () ->
                        FolderBackup.of(
                                folder,
                                to -> {
                                    to.write(SavedBackup.DATABASE);
                                    throw new IOException("No space left on device");
                                }));
        assertEquals(Set.of(), content(folder));
        SavedBackup.in(place);
    }

    @Test
    void aKeyFileThatIsTooLargeIsNotLeftOutInSilence() throws Exception {
        Path folder = Files.createDirectories(place.resolve("data"));
        Files.write(folder.resolve("device-keys"), new byte[Contents.SECRET_BYTES_MAX + 1]);
        BackupRefusedException refused =
                assertThrows(BackupRefusedException.class, () -> FolderBackup.of(folder, _ -> "9"));
        assertTrue(String.valueOf(refused.getMessage()).contains("device-keys"));
        assertEquals(Set.of("device-keys"), content(folder));
    }
}
