package dev.supie.bootstrap.reload;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.supie.application.fake.StepExecutor;
import dev.supie.application.fake.VirtualTime;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;

/// CFG-3: a change of the file is noticed once, however it came about, and not before it is over.
final class FileWatchTest {

    private final VirtualTime time = new VirtualTime(Instant.parse("2026-01-01T00:00:00Z"));
    private final StepExecutor background = new StepExecutor();
    private int changes;
    private boolean busy;

    @TempDir private Path folder = Path.of("");
    private Path file = Path.of("");

    @BeforeEach
    void write() throws IOException {
        file = Files.writeString(folder.resolve("supie.yaml"), "a: 1");
    }

    private FileWatch begun() {
        var watch =
                new FileWatch(file, FileWatch.Trace.of(file), time, time, background, this::read);
        watch.begin();
        return watch;
    }

    private boolean read() {
        changes++;
        return !busy;
    }

    private void looks(int count) {
        for (int i = 0; i < count; i++) {
            time.advance(FileWatch.INTERVAL);
            background.runAll();
        }
    }

    @Test
    void nothingHappensToAFileThatStays() {
        begun();
        looks(10);

        assertEquals(0, changes);
    }

    @Test
    void aWrittenFileIsNoticedOnce() throws IOException {
        begun();
        Files.writeString(file, "a: 22");
        looks(10);

        assertEquals(1, changes);
    }

    @Test
    void aFileThatCouldNotBeReadIsReadLater() throws IOException {
        begun();
        busy = true;
        Files.writeString(file, "a: 22");
        looks(3);
        assertEquals(2, changes);
        busy = false;
        looks(10);

        assertEquals(3, changes);
    }

    @Test
    void aFileThatIsStillWrittenIsWaitedFor() throws IOException {
        begun();
        for (int i = 0; i < 5; i++) {
            Files.writeString(file, "a: 1" + "1".repeat(i + 1));
            looks(1);
        }
        assertEquals(0, changes);
        looks(1);

        assertEquals(1, changes);
    }

    @Test
    void aFilePutInItsPlaceIsNoticed() throws IOException {
        begun();
        Path draft = Files.writeString(folder.resolve("draft"), "a: 2");
        Files.setLastModifiedTime(draft, Files.getLastModifiedTime(file));
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        looks(2);

        assertEquals(1, changes);
    }

    @Test
    void aLinkThatLeadsElsewhereIsNoticed() throws IOException {
        Path other = Files.writeString(folder.resolve("other.yaml"), "a: 2");
        Path link = Files.createSymbolicLink(folder.resolve("link"), file);
        file = link;
        begun();
        Files.delete(link);
        Files.createSymbolicLink(link, other);
        looks(2);

        assertEquals(1, changes);
    }

    @Test
    void aFileThatVanishesAndReturnsIsNoticedTwice() throws IOException {
        begun();
        Files.delete(file);
        looks(2);
        assertEquals(1, changes);

        Files.writeString(file, "a: 1");
        looks(2);

        assertEquals(2, changes);
    }

    @Test
    void afterTheEndNobodyLooks() throws IOException {
        FileWatch watch = begun();
        watch.close();
        Files.writeString(file, "a: 22");
        looks(5);

        assertEquals(0, changes);
        assertEquals(0, time.alarms());
    }
}
