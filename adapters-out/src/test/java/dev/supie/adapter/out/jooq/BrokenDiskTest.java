package dev.supie.adapter.out.jooq;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.zaxxer.hikari.HikariDataSource;

import dev.supie.application.fake.VirtualTime;
import dev.supie.application.meeting.port.MeetingStore;
import dev.supie.application.meeting.port.StoreException;
import dev.supie.domain.meeting.MeetingId;

import org.jooq.SQLDialect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/// A disk that fails in the middle of a commit, for another reason than that it is full: H2 is
/// given up and opened again, and everything that was acknowledged is there (ADR 0028).
@Timeout(60)
class BrokenDiskTest {

    private static final int ROUNDS = 20;

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
            time.advance(EmbeddedUpkeep.TRIES_SPACING);
            assertEquals(stored, meetings.load(new MeetingId("m1")).orElseThrow().version());
        }
    }
}
