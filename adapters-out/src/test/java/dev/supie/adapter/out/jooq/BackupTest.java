package dev.supie.adapter.out.jooq;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.adapter.out.backup.BackupFile;
import dev.supie.adapter.out.backup.FolderBackup;
import dev.supie.adapter.out.backup.FolderRestore;
import dev.supie.application.administration.port.BackupRefusedException;
import dev.supie.application.meeting.port.StoredMeeting;
import dev.supie.domain.meeting.MeetingId;
import dev.supie.domain.meeting.Snippet;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;

/// ADR 0027: a backup has all that was acknowledged before it began, also while others write
/// (`-Dbackups=…` for more than a few).
@Timeout(600)
class BackupTest {

    private static final int WRITERS = 4;
    private static final int BACKUPS = Integer.getInteger("backups", 3);

    /// Before the first backup begins, so that there is something in it.
    private static final int WARM_UP = 50;

    /// Between two steps of a writer; without it the file would grow by a hundred megabytes a
    /// second.
    private static final long PAUSE_NANOS = 2_000_000;

    private static final Instant MADE = Instant.parse("2026-11-22T05:00:00Z");

    @TempDir private Path place = Path.of("");

    private DatabaseLocation.Folder data() {
        return new DatabaseLocation.Folder(place.resolve("data"));
    }

    private static Path saved(JooqDatabase database, Path folder, Path file) throws Exception {
        try (FolderBackup backup = FolderBackup.of(folder, database::copyTo);
                OutputStream out = Files.newOutputStream(file)) {
            backup.writeTo(out, "1.2.3", MADE);
        }
        return file;
    }

    private static Path restored(Path file, Path target) throws Exception {
        try (BackupFile backup = BackupFile.open(file)) {
            FolderRestore.restore(
                    backup,
                    target,
                    folder -> {
                        try (JooqDatabase database =
                                JooqDatabase.open(new DatabaseLocation.Folder(folder))) {
                            database.markRestored();
                        }
                    });
        }
        return target;
    }

    /// Threads that store step after step.
    private static final class Load implements AutoCloseable {

        private final Map<String, AtomicLong> acknowledged = new HashMap<>();
        private final List<Thread> threads = new ArrayList<>();
        private final AtomicBoolean ends = new AtomicBoolean();
        private final CountDownLatch warm = new CountDownLatch(WRITERS * WARM_UP);
        private final CountDownLatch failed = new CountDownLatch(1);

        Load(JooqDatabase database) {
            for (int writer = 0; writer < WRITERS; writer++) {
                String id = "m" + writer;
                AtomicLong last = new AtomicLong();
                acknowledged.put(id, last);
                threads.add(Thread.ofPlatform().start(() -> store(database, id, last)));
            }
        }

        private void store(JooqDatabase database, String id, AtomicLong last) {
            try {
                for (long number = 1; !ends.get(); number++) {
                    database.meetings().save(CommittingProcess.step(id, number));
                    last.set(number);
                    warm.countDown();
                    LockSupport.parkNanos(PAUSE_NANOS);
                }
            } catch (RuntimeException e) {
                // A writer that a backup held up for too long; asserted at the end.
                failed.countDown();
            }
        }

        Map<String, Long> acknowledged() {
            Map<String, Long> now = new HashMap<>();
            acknowledged.forEach((id, last) -> now.put(id, last.get()));
            return now;
        }

        @Override
        public void close() {
            ends.set(true);
            try {
                for (Thread thread : threads) {
                    thread.join();
                }
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Test
    void whatWasAcknowledgedBeforeIsInEveryBackupMadeUnderLoad() throws Exception {
        List<Map<String, Long>> promised = new ArrayList<>();
        try (JooqDatabase database = JooqDatabase.open(data());
                Load load = new Load(database)) {
            assertTrue(load.warm.await(60, TimeUnit.SECONDS));
            for (int number = 0; number < BACKUPS; number++) {
                promised.add(load.acknowledged());
                saved(database, data().path(), place.resolve("b" + number));
            }
            assertEquals(1, load.failed.getCount(), "a writer failed");
        }
        for (int number = 0; number < BACKUPS; number++) {
            Path folder = restored(place.resolve("b" + number), place.resolve("r" + number));
            assertHolds(folder, promised.get(number));
        }
    }

    /// Whole steps, at least those that were promised.
    private static void assertHolds(Path folder, Map<String, Long> promised) throws Exception {
        try (JooqDatabase database = JooqDatabase.open(new DatabaseLocation.Folder(folder))) {
            for (Map.Entry<String, Long> each : promised.entrySet()) {
                StoredMeeting stored =
                        database.meetings().load(new MeetingId(each.getKey())).orElseThrow();
                assertTrue(stored.version() >= each.getValue(), stored.version() + " of " + each);
                assertEquals(
                        LongStream.rangeClosed(1, stored.version()).boxed().toList(),
                        stored.snippets().stream().map(Snippet::number).toList());
            }
        }
    }

    @Test
    void badgesSeeThatTheirInboxesWereRestored() throws Exception {
        String before;
        try (JooqDatabase database = JooqDatabase.open(data())) {
            before = database.peers().epoch();
            saved(database, data().path(), place.resolve("b"));
            assertEquals(before, database.peers().epoch());
        }
        Path folder = restored(place.resolve("b"), place.resolve("r"));
        try (JooqDatabase database = JooqDatabase.open(new DatabaseLocation.Folder(folder))) {
            assertNotEquals(before, database.peers().epoch());
        }
    }

    @Test
    void theFolderOfAServerThatDoesNotRunIsSavedToo() throws Exception {
        try (JooqDatabase database = JooqDatabase.open(data())) {
            database.meetings().save(CommittingProcess.step("m", 1));
        }
        try (StandingDatabase standing = StandingDatabase.claim(data().path());
                FolderBackup backup = FolderBackup.of(data().path(), standing::copyTo);
                OutputStream out = Files.newOutputStream(place.resolve("b"))) {
            assertThrows(DataFolderInUseException.class, () -> JooqDatabase.open(data()));
            backup.writeTo(out, "1.2.3", MADE);
        }
        assertHolds(restored(place.resolve("b"), place.resolve("r")), Map.of("m", 1L));
    }

    @Test
    void aFolderWithoutADatabaseIsNotMadeIntoOne() {
        assertThrows(
                DataFolderUnusableException.class,
                () -> StandingDatabase.claim(place.resolve("nothing")));
        assertFalse(Files.exists(place.resolve("nothing")));
    }

    @Test
    void aCopyThatWouldHoldWritersUpIsBrokenOffAndWritingGoesOn() throws Exception {
        AtomicLong asked = new AtomicLong();
        Duration step = CopyBesideWriters.HOLD_MAX.plusMillis(1);
        InstantSource jumping = () -> MADE.plus(step.multipliedBy(asked.getAndIncrement()));
        try (JooqDatabase database = JooqDatabase.open(data(), jumping)) {
            BackupRefusedException refused =
                    assertThrows(
                            BackupRefusedException.class,
                            () -> saved(database, data().path(), place.resolve("b")));
            assertTrue(String.valueOf(refused.getMessage()).contains("more than 3 s"));
            database.meetings().save(CommittingProcess.step("m", 1));
            assertTrue(database.isHealthy());
        }
    }

    @Test
    void aCopyForWhichThereIsNoRoomIsNotBegun() throws Exception {
        JooqDatabase.open(data()).close();
        Path file = DatabaseAccess.file(data().path());
        long size = Files.size(file);
        AtomicLong usable = new AtomicLong(DiskRoom.RESERVE + size - 1);
        DatabaseAccess access = DatabaseAccess.embedded(data().path());
        Copying copying =
                new CopyBesideWriters(
                        new Transactions(access.connections(), access.dialect(), Upkeep.ELSEWHERE),
                        file,
                        new DiskRoom(usable::get, data().path()),
                        InstantSource.system());
        BackupRefusedException refused =
                assertThrows(
                        BackupRefusedException.class,
                        () -> copying.copyTo(OutputStream.nullOutputStream()));
        assertTrue(String.valueOf(refused.getMessage()).contains("not enough room"));
        usable.incrementAndGet();
        assertFalse(copying.copyTo(OutputStream.nullOutputStream()).isEmpty());
    }

    @Test
    void aBackupOfANewerProgramIsRefusedAndNothingIsThere() throws Exception {
        JooqDatabase.open(data()).close();
        try (Connection connection =
                        DatabaseAccess.embedded(data().path()).connections().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    """
                    INSERT INTO "flyway_schema_history"
                    SELECT 99, '99', 'of the future', 'SQL', 'V99__of_the_future.sql', 1, 'sa',
                    CURRENT_TIMESTAMP, 1, TRUE
                    """);
        }
        try (StandingDatabase standing = StandingDatabase.claim(data().path());
                FolderBackup backup = FolderBackup.of(data().path(), standing::copyTo);
                OutputStream out = Files.newOutputStream(place.resolve("b"))) {
            backup.writeTo(out, "1.2.3", MADE);
        }
        try (BackupFile backup = BackupFile.open(place.resolve("b"))) {
            assertEquals("99", backup.manifest().schema());
        }
        SchemaUnusableException refused =
                assertThrows(
                        SchemaUnusableException.class,
                        () -> restored(place.resolve("b"), place.resolve("r")));
        assertTrue(String.valueOf(refused.getMessage()).contains("newer version"));
        assertFalse(Files.exists(place.resolve("r")));
    }

    @Test
    void aBackupNeverHoldsWritersUpForAsLongAsTheyWait() {
        assertTrue(CopyBesideWriters.HOLD_MAX.compareTo(Transactions.WRITE_WAIT_MAX) < 0);
    }
}
