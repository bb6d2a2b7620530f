package dev.supie.adapter.out.jooq;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.zaxxer.hikari.HikariDataSource;

import dev.supie.application.fake.VirtualTime;
import dev.supie.application.meeting.port.MeetingStore;
import dev.supie.application.meeting.port.StoreException;
import dev.supie.application.meeting.port.StoredMeeting;
import dev.supie.domain.meeting.MeetingId;

import org.jooq.SQLDialect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/// A disk that fails in the middle of a commit, for another reason than that it is full: H2 is
/// given up and opened again, and everything that was acknowledged is there (ADR 0028).
@Timeout(60)
class BrokenDiskTest {

    private static final int ROUNDS = 20;
    private static final Duration COME_BACK_MAX = Duration.ofSeconds(10);

    private final VirtualTime time = new VirtualTime(Instant.EPOCH);

    @AfterEach
    void mend() {
        FailingFilePath.BROKEN.set(false);
    }

    @Test
    void theDatabaseComesBackWithAllThatWasAcknowledged(@TempDir Path folder) throws Exception {
        DatabaseAccess access =
                DatabaseAccess.embedded(FailingFilePath.prefix(), folder.toRealPath());
        var room = new DiskRoom(() -> Long.MAX_VALUE, folder);
        try (var upkeep =
                new EmbeddedUpkeep(
                        access.connections()::getConnection,
                        access.connections().getConnection(),
                        room,
                        time)) {
            SchemaMigrations.migrate(access.connections(), Optional::empty);
            try (HikariDataSource pool = ConnectionPools.open(access)) {
                upkeep.forgetting(() -> ConnectionPools.forgetAll(pool));
                breakAgainAndAgain(
                        new JooqMeetingStore(new Transactions(pool, SQLDialect.H2, upkeep)));
            }
        }
    }

    private void breakAgainAndAgain(MeetingStore meetings) {
        long stored = 0;
        for (int round = 0; round < ROUNDS; round++) {
            for (int step = 0; step < 20; step++) {
                stored++;
                meetings.save(CommittingProcess.step("m1", stored));
            }
            FailingFilePath.BROKEN.set(true);
            long next = stored + 1;
            assertThrows(
                    StoreException.class, () -> meetings.save(CommittingProcess.step("m1", next)));
            FailingFilePath.BROKEN.set(false);
            assertEquals(stored, reopened(meetings).version());
        }
    }

    /// Threads of H2 may hold the file for a moment longer; a later try finds it free.
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
