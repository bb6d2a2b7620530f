package dev.supie.adapter.out.jooq;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;

class DataFolderTest {

    @Test
    void itsFileHoldsTheProcessIdOfTheOwner(@TempDir Path path) throws Exception {
        Files.writeString(path.resolve("supie.lock"), "the longer id of an owner long gone");
        try (DataFolder folder = DataFolder.claim(path)) {
            assertEquals(
                    ProcessHandle.current().pid() + "\n",
                    Files.readString(folder.path().resolve("supie.lock")));
        }
    }

    @Test
    void aFolderThatWasGivenUpCanBeClaimedAgain(@TempDir Path path) throws Exception {
        DataFolder first = DataFolder.claim(path);
        first.close();
        try (DataFolder second = DataFolder.claim(path)) {
            first.close();
            assertThrows(DataFolderInUseException.class, () -> DataFolder.claim(second.path()));
        }
    }

    @Test
    void anotherSpellingOfThePathIsTheSameFolder(@TempDir Path path) throws Exception {
        Path link = Files.createSymbolicLink(path.resolve("link"), path);
        try (DataFolder folder = DataFolder.claim(path)) {
            assertEquals(path.toRealPath(), folder.path());
            assertThrows(DataFolderInUseException.class, () -> DataFolder.claim(link));
            assertThrows(
                    DataFolderInUseException.class,
                    () -> DataFolder.claim(path.resolve("./link/.")));
        }
    }

    @Test
    void aClaimThatNobodyHoldsAnyMoreStillCounts(@TempDir Path path) throws Exception {
        DataFolder.claim(path);
        collectGarbage();
        try (ChildProcess child = new ChildProcess(OpeningProcess.class, path)) {
            assertEquals("DataFolderInUseException", child.line());
        }
    }

    /// Two rounds, because an unreachable channel is closed by a cleaner after the first.
    private static void collectGarbage() {
        for (int round = 0; round < 2; round++) {
            var witness = new WeakReference<>(new Object());
            while (witness.get() != null) {
                System.gc();
            }
        }
    }
}
