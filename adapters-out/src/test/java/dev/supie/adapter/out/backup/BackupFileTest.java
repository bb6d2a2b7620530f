package dev.supie.adapter.out.backup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import static java.nio.charset.StandardCharsets.US_ASCII;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// ADR 0027: only a whole backup is restored, into an empty place, or nothing is.
class BackupFileTest {

    @TempDir private Path place = Path.of("");

    private void restore(Path file, Path target) throws BackupUnusableException, IOException {
        try (BackupFile backup = BackupFile.open(file)) {
            FolderRestore.restore(backup, target, _ -> {});
        }
    }

    private String refused(Path file) {
        Path target = place.resolve("target");
        BackupUnusableException refused =
                assertThrows(BackupUnusableException.class, () -> restore(file, target));
        assertFalse(Files.exists(target));
        return String.valueOf(refused.getMessage());
    }

    /// A ZIP of these entries, in this order.
    private Path zip(Map<String, byte[]> entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> each : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(each.getKey()));
                zip.write(each.getValue());
                zip.closeEntry();
            }
        }
        return Files.write(place.resolve("made.zip"), bytes.toByteArray());
    }

    private static Manifest.Entry entry(String name, byte[] content) throws IOException {
        try (Counted counted = new Counted(OutputStream.nullOutputStream())) {
            counted.write(content);
            return counted.entry(name);
        }
    }

    private static byte[] manifest(Manifest.Entry... entries) {
        return new Manifest("1.2.3", "9", SavedBackup.MADE, List.of(entries))
                .text()
                .getBytes(US_ASCII);
    }

    @Test
    void itSaysWhatItIs() throws Exception {
        try (BackupFile backup = BackupFile.open(SavedBackup.in(place))) {
            backup.check();
            assertEquals("1.2.3", backup.manifest().supie());
            assertEquals("9", backup.manifest().schema());
            assertEquals(SavedBackup.MADE, backup.manifest().made());
            assertEquals(SavedBackup.DATABASE.length + SavedBackup.KEY.length, backup.bytes());
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.1, 0.5, 0.9, 0.999})
    void aPartOfABackupIsRefused(double part) throws Exception {
        byte[] whole = Files.readAllBytes(SavedBackup.in(place));
        int length = (int) (whole.length * part);
        Path file = Files.write(place.resolve("part"), Arrays.copyOf(whole, length));
        assertTrue(refused(file).contains("no backup"), refused(file));
    }

    @Test
    void aChangedByteIsNoticedWhereverItIsInTheContent() throws Exception {
        byte[] whole = Files.readAllBytes(SavedBackup.in(place));
        for (int at = 100; at < whole.length - 1000; at += 29_989) {
            byte[] changed = whole.clone();
            changed[at] ^= 1;
            refused(Files.write(place.resolve("changed"), changed));
        }
    }

    @Test
    void otherFilesAreRefused() throws Exception {
        assertTrue(refused(zip(Map.of("a", SavedBackup.KEY))).contains("no manifest"));
        Path text = Files.writeString(place.resolve("text"), "hello");
        assertTrue(refused(text).contains("no backup"));
        assertThrows(IOException.class, () -> restore(place.resolve("none"), place.resolve("t")));
    }

    @Test
    void aNewerFormatIsRefused() throws Exception {
        String text = new String(manifest(entry("supie.mv.db", SavedBackup.KEY)), US_ASCII);
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put("supie.mv.db", SavedBackup.KEY);
        entries.put("manifest", text.replace("backup 1", "backup 2").getBytes(US_ASCII));
        assertTrue(refused(zip(entries)).contains("newer program"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"../evil", "/etc/evil", "..", "a/b", "http-url", "manifest", "C:\\evil"})
    void aNameThatIsNotOneOfOursIsRefusedWhoeverNamesIt(String name) throws Exception {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put("supie.mv.db", SavedBackup.KEY);
        entries.put(
                "manifest",
                manifest(entry("supie.mv.db", SavedBackup.KEY), entry(name, SavedBackup.KEY)));
        if (!name.equals("manifest")) {
            entries.put(name, SavedBackup.KEY);
        }
        refused(zip(entries));
        entries.put("manifest", manifest(entry("supie.mv.db", SavedBackup.KEY)));
        if (!name.equals("manifest")) {
            assertTrue(refused(zip(entries)).contains("does not hold what its manifest says"));
        }
    }

    @Test
    void anEntryThatIsLargerThanItSaysIsNotUnpackedToItsEnd() throws Exception {
        byte[] zeros = new byte[50_000_000];
        Manifest.Entry small = new Manifest.Entry("supie.mv.db", 10, "0".repeat(64));
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put("supie.mv.db", zeros);
        entries.put("manifest", manifest(small));
        assertTrue(refused(zip(entries)).contains("damaged"));
    }

    @Test
    void aSecretIsNeverLarge() throws Exception {
        byte[] large = new byte[Contents.SECRET_BYTES_MAX + 1];
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put("supie.mv.db", SavedBackup.KEY);
        entries.put("device-keys", large);
        entries.put(
                "manifest",
                manifest(entry("supie.mv.db", SavedBackup.KEY), entry("device-keys", large)));
        refused(zip(entries));
    }

    @Test
    void aBackupWithoutADatabaseOrNamedTwiceIsNone() throws Exception {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put("device-keys", SavedBackup.KEY);
        entries.put("manifest", manifest(entry("device-keys", SavedBackup.KEY)));
        refused(zip(entries));
        Manifest.Entry database = entry("supie.mv.db", SavedBackup.KEY);
        refused(
                zip(
                        Map.of(
                                "supie.mv.db",
                                SavedBackup.KEY,
                                "manifest",
                                manifest(database, database))));
    }

    @Test
    void whatDoesNotFitOntoTheDiskIsRefusedBeforeAnythingIsUnpacked() throws Exception {
        Manifest.Entry huge = new Manifest.Entry("supie.mv.db", 1L << 55, "0".repeat(64));
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put("supie.mv.db", SavedBackup.KEY);
        entries.put("manifest", manifest(huge));
        assertTrue(refused(zip(entries)).contains("not enough room"));
    }
}
