package dev.supie.adapter.out.jooq;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.zaxxer.hikari.HikariDataSource;

import dev.supie.application.meeting.port.MeetingStore;
import dev.supie.application.meeting.port.StoreException;
import dev.supie.domain.meeting.MeetingId;

import org.jooq.SQLDialect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.SynchronousQueue;

/// What happens at the limits of the connections, and to callers that are interrupted.
class LimitsTest {

    private static final Duration MARGIN = Duration.ofSeconds(20);

    private DatabaseAccess access;
    private Connection keepsOpen;
    private HikariDataSource pool;
    private Transactions transactions;
    private MeetingStore meetings;

    @BeforeEach
    void open(@TempDir Path folder) throws Exception {
        access = DatabaseAccess.embedded(folder.toRealPath());
        keepsOpen = access.connections().getConnection();
        SchemaMigrations.migrate(access.connections(), Optional::empty);
        pool = ConnectionPools.open(access);
        transactions = new Transactions(pool, SQLDialect.H2, Upkeep.ELSEWHERE);
        meetings = new JooqMeetingStore(transactions);
    }

    @AfterEach
    void close() throws SQLException {
        pool.close();
        keepsOpen.close();
    }

    @Test
    void aCallerWaitsForAConnectionOnlySoLong() throws SQLException {
        List<Connection> taken = new ArrayList<>();
        try {
            for (int i = 0; i < ConnectionPools.CONNECTIONS_MAX; i++) {
                taken.add(pool.getConnection());
            }
            long before = System.nanoTime();
            StoreException failure = assertThrows(StoreException.class, meetings::unfinished);
            Duration waited = Duration.ofNanos(System.nanoTime() - before);
            assertEquals("no database connection became free in time", failure.getMessage());
            assertTrue(waited.compareTo(ConnectionPools.WAIT_MAX.minusMillis(50)) >= 0);
            assertTrue(waited.compareTo(ConnectionPools.WAIT_MAX.plus(MARGIN)) < 0);
        } finally {
            for (Connection connection : taken) {
                connection.close();
            }
        }
        assertEquals(List.of(), meetings.unfinished());
    }

    @Test
    void aStepWaitsForALockedMeetingOnlySoLongAndWritesNothing() throws SQLException {
        meetings.save(CommittingProcess.step("m1", 1));
        try (Connection other = access.connections().getConnection();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("UPDATE meetings SET version = version WHERE id = 'm1'");
            assertThrows(
                    StoreException.class, () -> meetings.save(CommittingProcess.step("m1", 2)));
            other.rollback();
        }
        assertEquals(1, meetings.load(new MeetingId("m1")).orElseThrow().version());
        meetings.save(CommittingProcess.step("m1", 2));
    }

    @Test
    void whatFailsInsideATransactionIsRolledBack() {
        meetings.save(CommittingProcess.step("m1", 1));
        assertThrows(
                IllegalStateException.class,
                () ->
                        transactions.write(
                                sql -> {
                                    sql.execute("DELETE FROM meetings");
                                    throw new IllegalStateException("planned");
                                }));
        assertEquals(List.of(new MeetingId("m1")), meetings.unfinished());
    }

    @Test
    void anInterruptedWriterDoesNotCloseTheDatabaseForTheOthers() throws Exception {
        for (int round = 0; round < 50; round++) {
            String id = "m" + round;
            var started = new SynchronousQueue<String>();
            Thread writer = Thread.ofPlatform().start(() -> storeUntilInterrupted(id, started));
            started.take();
            writer.interrupt();
            writer.join(MARGIN);
            assertFalse(writer.isAlive(), "the writer did not end");
            assertTrue(keepsOpen.isValid(1), "the database was closed");
            meetings.save(CommittingProcess.step("after-" + round, 1));
        }
    }

    private void storeUntilInterrupted(String id, SynchronousQueue<String> started) {
        try {
            meetings.save(CommittingProcess.step(id, 1));
            started.put(id);
            for (long number = 2; !Thread.currentThread().isInterrupted(); number++) {
                meetings.save(CommittingProcess.step(id, number));
            }
        } catch (StoreException | InterruptedException _) {
            // Waiting for a connection ends with the interrupt: the call failed, as it may.
        }
    }
}
