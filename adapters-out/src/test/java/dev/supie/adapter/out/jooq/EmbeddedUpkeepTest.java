package dev.supie.adapter.out.jooq;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.supie.application.fake.VirtualTime;
import dev.supie.application.meeting.port.StoreException;

import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;

/// When a database that has closed itself is opened again.
class EmbeddedUpkeepTest {

    private final VirtualTime time = new VirtualTime(Instant.EPOCH);
    private final AtomicInteger forgotten = new AtomicInteger();
    private final BlockedSource source = new BlockedSource();
    private EmbeddedUpkeep upkeep;

    /// Opens nothing while it is told not to.
    private static final class BlockedSource {

        private final JdbcDataSource database = new JdbcDataSource();
        private boolean blocked;
        private int asked;

        Connection connection() throws SQLException {
            asked++;
            if (blocked) {
                throw new SQLException("planned");
            }
            return database.getConnection();
        }
    }

    @BeforeEach
    void open(@TempDir Path folder) throws SQLException {
        source.database.setURL("jdbc:h2:" + folder.resolve("kept") + ";WRITE_DELAY=0");
        source.database.setUser("sa");
        var room = new DiskRoom(() -> Long.MAX_VALUE, folder);
        upkeep = new EmbeddedUpkeep(source::connection, source.connection(), room, time);
        upkeep.forgetting(forgotten::incrementAndGet);
    }

    @AfterEach
    void close() {
        upkeep.close();
    }

    private static Throwable closed() {
        return new IllegalStateException(new SQLException("closed", "90098", 90098));
    }

    private void closeItself() throws SQLException {
        try (Connection connection = source.connection();
                Statement statement = connection.createStatement()) {
            statement.execute("SHUTDOWN IMMEDIATELY");
        }
    }

    @Test
    void aFailureThatLeavesItOpenChangesNothing() {
        upkeep.failed(new SQLException("a duplicate key", "23505", 23505), upkeep.beforeUse());
        assertDoesNotThrow(upkeep::beforeUse);
        assertEquals(0, forgotten.get());
    }

    @Test
    void itIsOpenedAgainAndWhatIsPooledForgotten() throws SQLException {
        long opening = upkeep.beforeUse();
        closeItself();
        upkeep.failed(closed(), opening);
        assertDoesNotThrow(upkeep::beforeUse);
        assertEquals(1, forgotten.get());
        assertDoesNotThrow(upkeep::beforeUse);
        assertEquals(1, forgotten.get());
    }

    @Test
    void whileItCannotBeOpenedEverybodyFailsAtOnceAndOnlyOneASecondTries() throws SQLException {
        long opening = upkeep.beforeUse();
        closeItself();
        source.blocked = true;
        upkeep.failed(closed(), opening);
        int before = source.asked;
        for (int i = 0; i < 10; i++) {
            assertThrows(StoreException.class, upkeep::beforeUse);
        }
        assertEquals(before + 1, source.asked);
        time.advance(EmbeddedUpkeep.TRIES_SPACING.minus(Duration.ofMillis(1)));
        assertThrows(StoreException.class, upkeep::beforeUse);
        assertEquals(before + 1, source.asked);
        source.blocked = false;
        assertThrows(StoreException.class, upkeep::beforeUse);
        time.advance(Duration.ofMillis(1));
        assertDoesNotThrow(upkeep::beforeUse);
        assertEquals(before + 2, source.asked);
    }

    @Test
    void whatIsHeardLateOfTheOldOneDoesNotCloseTheNewOne() throws SQLException {
        long old = upkeep.beforeUse();
        closeItself();
        upkeep.failed(closed(), old);
        upkeep.beforeUse();
        upkeep.failed(closed(), old);
        assertDoesNotThrow(upkeep::beforeUse);
        assertEquals(1, forgotten.get());
    }

    @Test
    void onceItIsClosedNobodyOpensItAgain() throws SQLException {
        long opening = upkeep.beforeUse();
        closeItself();
        upkeep.failed(closed(), opening);
        int before = source.asked;
        upkeep.close();
        assertThrows(StoreException.class, upkeep::beforeUse);
        assertEquals(before, source.asked);
    }

    @Test
    void onlyTheDatabaseThatWasWrittenToCanBeSynced() throws SQLException {
        long old = upkeep.beforeUse();
        assertDoesNotThrow(() -> upkeep.sync(old));
        closeItself();
        assertThrows(StoreException.class, () -> upkeep.sync(old));
        upkeep.failed(closed(), old);
        long opening = upkeep.beforeUse();
        assertThrows(StoreException.class, () -> upkeep.sync(old));
        assertDoesNotThrow(() -> upkeep.sync(opening));
    }
}
