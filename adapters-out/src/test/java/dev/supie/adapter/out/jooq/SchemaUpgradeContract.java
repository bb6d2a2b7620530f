package dev.supie.adapter.out.jooq;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.application.peer.port.PeerStore;
import dev.supie.application.peer.port.SentMessage;
import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.meeting.MeetingId;
import dev.supie.domain.peer.Mid;
import dev.supie.domain.peer.Shelf;
import dev.supie.domain.task.GroupKey;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/// The tables of every version that was ever released, with rows in them, become those of today,
/// and nothing is lost or changed on the way. Whoever adds a version adds its rows
/// (`schemas/V<n>.sql`), raises [#NEWEST] and says in [#assertReadable] how they are read.
abstract class SchemaUpgradeContract {

    private static final int NEWEST = 11;

    private static final DeviceId BADGE = new DeviceId("aa:01");

    /// Of a database with no tables; the same one all through a test.
    abstract DatabaseAccess access();

    abstract DatabaseLocation location();

    static IntStream versions() {
        return IntStream.rangeClosed(1, NEWEST);
    }

    @Test
    void everyVersionThereIsIsTried() {
        int known = SchemaMigrations.configured(access().connections()).load().info().all().length;
        assertEquals(NEWEST, known);
    }

    @ParameterizedTest
    @MethodSource("versions")
    void whatAnyVersionHasWrittenIsThereAfterTheUpgrade(int version) throws Exception {
        SchemaRows rows = written(version);
        Map<String, List<String>> columns = rows.columns();
        Map<String, Set<String>> before = rows.content(columns);
        assertFalse(
                before.values().stream().anyMatch(Set::isEmpty),
                () -> "a table without rows proves nothing: " + before);
        try (JooqDatabase database = JooqDatabase.open(location())) {
            assertTrue(database.isHealthy());
            assertReadable(database, version);
        }
        assertEquals(before, rows.content(columns));
    }

    /// By a kill after so many of its statements; only PostgreSQL would undo them.
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void aMigrationThatWasBrokenOffIsDoneAgain(int statements) throws Exception {
        SchemaRows rows = written(NEWEST - 1);
        rows.execute("/db/migration/V11__peer_messages_by_mark.sql", statements);
        try (JooqDatabase database = JooqDatabase.open(location())) {
            assertReadable(database, NEWEST - 1);
        }
    }

    @Test
    void aVersionOfTheFutureIsRefusedWithAClearWordAndNotTouched() throws Exception {
        SchemaRows rows = written(NEWEST);
        Map<String, Set<String>> before = rows.content(rows.columns());
        try (var connection = access().connections().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(
                    """
                    INSERT INTO "flyway_schema_history" ("installed_rank", "version",
                    "description", "type", "script", "checksum", "installed_by",
                    "execution_time", "success")
                    VALUES (99, '99', 'of the future', 'SQL', 'V99__of_the_future.sql', 1, 'sa',
                    1, TRUE)
                    """);
        }
        var refusal =
                assertThrows(SchemaUnusableException.class, () -> JooqDatabase.open(location()));
        assertTrue(
                String.valueOf(refusal.getMessage())
                        .contains("written by a newer version of this program"));
        assertEquals(before, rows.content(rows.columns()));
    }

    /// The tables of this version, with everything that such a program has written.
    private SchemaRows written(int version) throws Exception {
        var rows = new SchemaRows(access().connections());
        for (int each = 1; each <= version; each++) {
            SchemaMigrations.configured(access().connections())
                    .target(Integer.toString(each))
                    .load()
                    .migrate();
            rows.insert(each);
        }
        return rows;
    }

    /// This program understands it.
    private static void assertReadable(JooqDatabase database, int version) {
        var meetings = database.meetings();
        assertEquals(List.of(new MeetingId("running")), meetings.unfinished());
        assertEquals(3, meetings.load(new MeetingId("running")).orElseThrow().version());
        assertEquals("all green", meetings.segments(new MeetingId("ended"), 1, 1).get(0).text());
        if (version >= 2) {
            assertEquals(2, database.devices().of(BADGE).size());
        }
        if (version >= 3) {
            assertTrue(database.outbox().find(new MeetingId("ended")).isPresent());
        }
        if (version >= 6) {
            assertEquals(2, database.tasks().load(new GroupKey("aa:01")).tasks().size());
        }
        if (version >= 7) {
            Shelf shelf = database.peers().shelf(new DeviceId("aa:02"));
            assertEquals(7, shelf.waiting().get(0).rseq());
            assertEquals("epoch-one", database.peers().epoch());
            assertEquals("please review", textOf(database, "mark-1"));
        }
        if (version >= 8) {
            assertEquals(1, database.peers().handovers(10).size());
        }
        if (version >= 9) {
            assertEquals(1, database.memories().load(BADGE).turns().size());
        }
        if (version >= 11) {
            assertEquals("thank you", textOf(database, "mark-2"));
        }
    }

    /// Of the message to which its sender has given this mark.
    private static String textOf(JooqDatabase database, String mid) {
        PeerStore.Mark mark = new PeerStore.Mark(BADGE, new Mid(mid));
        List<SentMessage> sent = database.peers().sent(List.of(mark), Instant.EPOCH);
        return sent.getFirst().message().submission().text();
    }
}
