package dev.supie.adapter.out.jooq;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.application.meeting.port.MeetingStore;
import dev.supie.application.meeting.port.StoreException;
import dev.supie.domain.meeting.MeetingId;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/// A disk that is really full, under a database that is really written to (ADR 0028). Where nobody
/// may mount a small disk these are skipped, and counted so.
@EnabledIf("isPermitted")
@Timeout(120)
class FullDiskTest {

    private static final int DISK_MEBIBYTES = 48;
    private static final int WRITES = 2000;

    private SmallDisk disk;

    static boolean isPermitted() {
        return SmallDisk.isPermitted();
    }

    @BeforeEach
    void mount(@TempDir Path folder) throws IOException {
        disk = SmallDisk.mounted(folder, DISK_MEBIBYTES);
    }

    @AfterEach
    void unmount() throws IOException {
        disk.close();
    }

    private JooqDatabase opened() throws DatabaseOpenException {
        return JooqDatabase.open(new DatabaseLocation.Folder(disk.folder()));
    }

    @Test
    void nothingIsStoredButEverythingReadUntilThereIsRoomAgain() throws Exception {
        try (JooqDatabase database = opened()) {
            MeetingStore meetings = database.meetings();
            meetings.save(CommittingProcess.step("m1", 1));
            disk.fillUp();
            StoreException refusal =
                    assertThrows(
                            StoreException.class,
                            () -> meetings.save(CommittingProcess.step("m1", 2)));
            assertTrue(String.valueOf(refusal.getMessage()).startsWith("the disk is full: 0 MiB"));
            assertFalse(database.isHealthy());
            assertEquals(List.of(new MeetingId("m1")), meetings.unfinished());
            disk.makeRoom();
            assertTrue(database.isHealthy());
            meetings.save(CommittingProcess.step("m1", 2));
        }
        try (JooqDatabase database = opened()) {
            assertEquals(2, version(database.meetings(), "m1"));
        }
    }

    @Test
    void aServerStartsOnAFullDiskAndWritesOnceThereIsRoom() throws Exception {
        try (JooqDatabase database = opened()) {
            database.meetings().save(CommittingProcess.step("m1", 1));
        }
        disk.fillUp();
        try (JooqDatabase database = opened()) {
            assertFalse(database.isHealthy());
            assertEquals(1, version(database.meetings(), "m1"));
            disk.makeRoom();
            database.meetings().save(CommittingProcess.step("m1", 2));
        }
    }

    @Test
    void newTablesAreNotBegunOnAFullDisk() throws Exception {
        disk.fillUp();
        DatabaseOpenException refusal = assertThrows(DatabaseOpenException.class, this::opened);
        assertTrue(String.valueOf(refusal.getMessage()).contains("the disk is full"));
        disk.makeRoom();
        opened().close();
    }

    /// Without the reserve, as when somebody else fills the disk in the very moment of a commit.
    @Test
    void aCommitThatMeetsTheEndOfTheDiskWaitsAndEverythingElseGoesOn() throws Exception {
        try (var database =
                        MeetingsOnDisk.open(
                                PatientFilePath.prefix(), disk.folder(), InstantSource.system());
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            MeetingStore meetings = database.store();
            meetings.save(CommittingProcess.step("m0", 1));
            DatabaseAccess.bePatient(disk.folder().toRealPath());
            disk.fillUp();
            var acknowledged = new AtomicLong();
            Future<?> writer = threads.submit(() -> store(meetings, acknowledged));
            awaitHeldUp();
            StoreException late =
                    assertThrows(
                            StoreException.class,
                            () -> meetings.save(CommittingProcess.step("m2", 1)));
            assertEquals("the transactions before this one took too long", late.getMessage());
            assertEquals(
                    List.of(new MeetingId("m0")), meetings.unfinished().stream().limit(1).toList());
            assertFalse(writer.isDone());
            disk.makeRoom();
            writer.get(20, TimeUnit.SECONDS);
            assertEquals(WRITES, acknowledged.get());
            assertEquals(WRITES, version(meetings, "m1"));
        }
        try (JooqDatabase database = opened()) {
            assertEquals(WRITES, version(database.meetings(), "m1"));
        }
    }

    private static void store(MeetingStore meetings, AtomicLong acknowledged) {
        for (long number = 1; number <= WRITES; number++) {
            meetings.save(CommittingProcess.step("m1", number));
            acknowledged.set(number);
        }
    }

    /// Not at once, because something always fits into what the file has of room in itself.
    private static void awaitHeldUp() {
        while (PatientFile.heldUp() == 0) {
            Thread.onSpinWait();
        }
    }

    private static long version(MeetingStore meetings, String id) {
        return meetings.load(new MeetingId(id)).orElseThrow().version();
    }
}
