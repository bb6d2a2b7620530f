package dev.supie.bootstrap.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.adapter.in.http.Backups;
import dev.supie.adapter.out.backup.BackupFile;
import dev.supie.adapter.out.jooq.DatabaseLocation;
import dev.supie.adapter.out.jooq.DatabaseOpenException;
import dev.supie.adapter.out.jooq.JooqDatabase;
import dev.supie.application.administration.port.BackupRefusedException;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.SynchronousQueue;
import java.util.stream.Stream;

/// ADR 0027: one backup at a time, and none keeps its place for ever.
@Timeout(60)
final class BackupWiringTest {

    private static final Instant START = Instant.parse("2026-11-22T05:06:07.89Z");

    @TempDir private Path place = Path.of("");

    private Instant now = START;
    private Optional<JooqDatabase> database = Optional.empty();

    @BeforeEach
    void open() throws DatabaseOpenException {
        database = Optional.of(JooqDatabase.open(new DatabaseLocation.Folder(data())));
    }

    @AfterEach
    void close() {
        database.orElseThrow().close();
    }

    private Path data() {
        return place.resolve("data");
    }

    private BackupWiring backups() {
        return new BackupWiring(database.orElseThrow(), data(), () -> now);
    }

    private void assertWhole(Backups.Copy copy) throws Exception {
        Path file = place.resolve("whole.zip");
        try (OutputStream out = Files.newOutputStream(file)) {
            copy.writeTo(out);
        }
        try (BackupFile backup = BackupFile.open(file)) {
            backup.check();
            assertEquals(START, backup.manifest().made());
        }
    }

    private static void assertBusy(BackupWiring backups) {
        BackupRefusedException refused = assertThrows(BackupRefusedException.class, backups::begin);
        assertTrue(String.valueOf(refused.getMessage()).contains("another backup"));
    }

    @Test
    void oneAtATimeUntilItHasBeenTaken() throws Exception {
        BackupWiring backups = backups();
        Backups.Copy first = backups.begin();
        assertEquals("supie-backup-2026-11-22T05-06-07Z.zip", first.name());
        assertBusy(backups);
        assertWhole(first);
        assertWhole(backups.begin());
    }

    @Test
    void whoGoesAwayInTheMiddleGivesItUp() throws Exception {
        BackupWiring backups = backups();
        Backups.Copy first = backups.begin();
        assertThrows(IOException.class, () -> first.writeTo(new Gone()));
        assertWhole(backups.begin());
    }

    /// A socket whose peer is no longer there.
    private static final class Gone extends OutputStream {

        @Override
        public void write(int each) throws IOException {
            throw new IOException("planned");
        }
    }

    @Test
    void whoNeverTakesItLosesItToTheNext() throws Exception {
        BackupWiring backups = backups();
        Backups.Copy first = backups.begin();
        now = START.plus(BackupWiring.ALONE_MAX).minusNanos(1);
        assertBusy(backups);
        now = START.plus(BackupWiring.ALONE_MAX);
        Backups.Copy second = backups.begin();
        assertThrows(IOException.class, () -> first.writeTo(OutputStream.nullOutputStream()));
        // Nor does the first one's end make room beside the second.
        assertBusy(backups);
        second.writeTo(OutputStream.nullOutputStream());
        backups.begin();
    }

    /// However it came to that, the next one does not have to wait for it.
    @Test
    void whoTakesItForTooLongIsBrokenOffInTheMiddle() throws Exception {
        BackupWiring backups = backups();
        Backups.Copy first = backups.begin();
        StuckSocket socket = new StuckSocket();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Boolean> broken =
                    threads.submit(
                            () -> {
                                assertThrows(IOException.class, () -> first.writeTo(socket));
                                return true;
                            });
            socket.offered.take();
            now = START.plus(BackupWiring.ALONE_MAX);
            Backups.Copy second = backups.begin();
            socket.freed.put(true);
            assertTrue(broken.get());
            assertBusy(backups);
            second.writeTo(OutputStream.nullOutputStream());
        }
    }

    /// Takes nothing until it is freed.
    private static final class StuckSocket extends OutputStream {

        private final SynchronousQueue<Boolean> offered = new SynchronousQueue<>();
        private final SynchronousQueue<Boolean> freed = new SynchronousQueue<>();
        private boolean isFree;

        @Override
        public void write(int each) throws IOException {
            write(new byte[] {(byte) each}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            try {
                if (!isFree) {
                    offered.put(true);
                    isFree = freed.take();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException(e);
            }
        }
    }

    @Test
    void nothingOfItIsSeenInTheFolder() throws Exception {
        BackupWiring backups = backups();
        Backups.Copy copy = backups.begin();
        try (Stream<Path> files = Files.list(data())) {
            assertEquals(
                    "[supie.lock, supie.mv.db]",
                    files.map(each -> each.getFileName().toString()).sorted().toList().toString(),
                    copy.name());
        }
    }
}
