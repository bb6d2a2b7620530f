package dev.supie.adapter.out.secrets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;

class PrivateFileTest {

    @TempDir private Path folder = Path.of("");

    @Test
    void takesThePlaceOfWhatWasThereAndLeavesNothingBeside() throws IOException {
        Path file = folder.resolve("below/file");
        PrivateFile.write(file, "first");
        PrivateFile.write(file, "second 中");

        assertEquals("second 中", Files.readString(file));
        try (Stream<Path> files = Files.list(folder.resolve("below"))) {
            assertEquals(List.of(file), files.toList());
        }
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "there are no modes")
    void nobodyElseMayReadItAlsoIfOneMightBefore() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "open");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        assertTrue(!PrivateFile.isPrivate(file));
        PrivateFile.write(file, "closed");

        assertTrue(PrivateFile.isPrivate(file));
        assertEquals(
                "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    }

    @Test
    void aFailureLeavesWhatWasThere() throws IOException {
        Path noFolder = Files.writeString(folder.resolve("file"), "kept");

        assertThrows(IOException.class, () -> PrivateFile.write(noFolder.resolve("x"), "text"));
        assertEquals("kept", Files.readString(noFolder));
    }
}
