package dev.supie.adapter.out.jooq;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.application.fake.VirtualTime;
import dev.supie.application.meeting.port.MeetingStore;
import dev.supie.domain.meeting.MeetingId;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;

/// The power goes while the disk has some of what was written and not the rest: everything that was
/// acknowledged is there afterwards (PEER-7, ADR 0035).
@Timeout(300)
class PowerLossTest {

    private static final int LOSSES = Integer.getInteger("power.losses", 120);

    /// With this one the build finds each part of ADR 0035 missing within its losses.
    private static final long SEED = Long.getLong("power.seed", 7);

    /// So that there are losses with half a commit on the disk, between two, and in the middle of
    /// what H2 does by itself.
    private static final int CHANGES_BETWEEN = 37;

    /// Then the database is closed and opened again.
    private static final int LOSSES_OF_ONE_OPENING = 20;

    private static final int COMMITS_A_SECOND = 15;

    private final SplittableRandom chance = new SplittableRandom(SEED);
    private final VirtualTime time = new VirtualTime(Instant.EPOCH);
    private final Deque<Found> found = new ArrayDeque<>();
    private final AtomicLong acknowledged = new AtomicLong();
    private int changes;
    private int losses;

    @TempDir private Path folder;

    /// @param acknowledged before the power went
    @SuppressWarnings("ArrayRecordComponent") // Nobody compares them.
    private record Found(long acknowledged, byte[] content) {}

    @Test
    void whatWasAcknowledgedSurvivesALossOfPower() throws Exception {
        Path data = Files.createDirectory(folder.toRealPath().resolve("data"));
        VolatileDisk disk = PowerLossFilePath.disk(data);
        disk.beforeChange(() -> losePowerNowAndThen(disk));
        while (losses < LOSSES) {
            commitUntil(losses + LOSSES_OF_ONE_OPENING, data);
        }
        assertTrue(
                disk.size() < disk.written() / 2, "no space was used again, so that was not tried");
    }

    private void commitUntil(int loss, Path data) throws Exception {
        try (var meetings = MeetingsOnDisk.open(PowerLossFilePath.prefix(), data, time)) {
            while (losses < loss) {
                commit(meetings.store());
                checkFound();
            }
        }
        checkFound();
    }

    private void commit(MeetingStore meetings) {
        meetings.save(CommittingProcess.step("m1", acknowledged.get() + 1));
        if (acknowledged.incrementAndGet() % COMMITS_A_SECOND == 0) {
            time.advance(SpaceReuse.EVERY);
        }
    }

    /// Called within a write of H2, so what is found is looked at later.
    private void losePowerNowAndThen(VolatileDisk disk) {
        if (++changes % CHANGES_BETWEEN == 0 && acknowledged.get() > 0) {
            found.add(new Found(acknowledged.get(), disk.afterPowerLoss(chance)));
        }
    }

    private void checkFound() throws Exception {
        while (!found.isEmpty()) {
            assertStored(found.removeFirst(), folder.resolve("loss-" + losses));
            losses++;
        }
    }

    /// One more may be there than was acknowledged: the power went between commit and answer.
    private static void assertStored(Found found, Path folder) throws Exception {
        Files.createDirectory(folder);
        Files.write(DatabaseAccess.file(folder), found.content());
        try (JooqDatabase database = JooqDatabase.open(new DatabaseLocation.Folder(folder))) {
            MeetingId id = new MeetingId("m1");
            long version = database.meetings().load(id).orElseThrow().version();
            assertTrue(
                    version == found.acknowledged() || version == found.acknowledged() + 1,
                    () -> version + " of " + found.acknowledged() + ", " + folder);
            assertEquals(version, snippetsRead(folder));
        }
        Files.delete(DatabaseAccess.file(folder));
    }

    /// Reads every row.
    private static long snippetsRead(Path folder) throws SQLException {
        try (Connection connection = DatabaseAccess.embedded(folder).connections().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT speaker, text FROM snippets")) {
            long count = 0;
            while (rows.next()) {
                count++;
            }
            return count;
        }
    }
}
