package dev.supie.adapter.out.jooq;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.application.fake.VirtualTime;
import dev.supie.application.meeting.port.MeetingStore;
import dev.supie.application.meeting.port.StoreException;
import dev.supie.application.meeting.port.StoredMeeting;
import dev.supie.domain.meeting.MeetingId;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/// A disk that fails in the middle of a commit, for another reason than that it is full: H2 is
/// given up and opened again, and everything that was acknowledged is there (ADR 0028).
@Timeout(180)
class BrokenDiskTest {

    private static final int ROUNDS = 20;
    private static final Duration COME_BACK_MAX = Duration.ofSeconds(30);

    private final VirtualTime time = new VirtualTime(Instant.EPOCH);

    @AfterEach
    void mend() {
        FailingFilePath.BROKEN.set(false);
        FailingFilePath.CANNOT_SYNC.set(false);
    }

    @Test
    void theDatabaseComesBackWithAllThatWasAcknowledged(@TempDir Path folder) throws Exception {
        breakAgainAndAgain(folder, FailingFilePath.BROKEN, 0);
    }

    /// Then nobody can say whether the last step is on the disk; it may be.
    @Test
    void whatCannotBeSyncedIsNotAcknowledged(@TempDir Path folder) throws Exception {
        breakAgainAndAgain(folder, FailingFilePath.CANNOT_SYNC, 1);
    }

    /// @param more steps that may be there without being acknowledged
    private void breakAgainAndAgain(Path folder, AtomicBoolean broken, int more) throws Exception {
        try (var meetings = MeetingsOnDisk.open(FailingFilePath.prefix(), folder, time)) {
            breakAgainAndAgain(meetings.store(), broken, more);
        }
    }

    private void breakAgainAndAgain(MeetingStore meetings, AtomicBoolean broken, int more) {
        long stored = 0;
        for (int round = 0; round < ROUNDS; round++) {
            for (int step = 0; step < 20; step++) {
                stored++;
                meetings.save(CommittingProcess.step("m1", stored));
            }
            broken.set(true);
            long next = stored + 1;
            assertThrows(
                    StoreException.class, () -> meetings.save(CommittingProcess.step("m1", next)));
            broken.set(false);
            long found = reopened(meetings).version();
            assertTrue(found >= stored && found <= stored + more, found + " after " + stored);
            stored = found;
        }
    }

    /// What is left of the old database may be in the way of the new one; a later try succeeds.
    private StoredMeeting reopened(MeetingStore meetings) {
        long deadline = System.nanoTime() + COME_BACK_MAX.toNanos();
        while (true) {
            time.advance(EmbeddedUpkeep.TRIES_SPACING);
            try {
                return meetings.load(new MeetingId("m1")).orElseThrow();
            } catch (StoreException notYet) {
                if (System.nanoTime() > deadline) {
                    throw notYet;
                }
                LockSupport.parkNanos(1_000_000);
            }
        }
    }
}
