package dev.supie.adapter.out.jooq;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.application.meeting.port.StoreException;
import dev.supie.domain.meeting.MeetingId;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/// Opening, closing and everything that can be wrong with it, on the embedded database.
class JooqDatabaseTest {

    @TempDir Path folder;

    private JooqDatabase opened() throws DatabaseOpenException {
        return JooqDatabase.open(new DatabaseLocation.Folder(folder));
    }

    /// Works on the file beside the program, as a person with a database tool would.
    private void tampered(String sql) throws SQLException {
        try (Connection connection = DatabaseAccess.embedded(folder).connections().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void theFolderIsMadeAndWhatIsStoredIsThereAfterOpeningAgain() throws Exception {
        var deep = new DatabaseLocation.Folder(folder.resolve("a/b/ü c"));
        try (JooqDatabase database = JooqDatabase.open(deep)) {
            database.meetings().save(CommittingProcess.step("m1", 1));
        }
        try (JooqDatabase database = JooqDatabase.open(deep)) {
            assertEquals(List.of(new MeetingId("m1")), database.meetings().unfinished());
        }
    }

    @Test
    void aFolderInUseByThisProcessIsRefusedAndStaysLockedForOthers() throws Exception {
        try (JooqDatabase database = opened()) {
            assertThrows(DataFolderInUseException.class, this::opened);
            assertTrue(database.isHealthy());
            try (ChildProcess child = new ChildProcess(OpeningProcess.class, folder)) {
                assertEquals("DataFolderInUseException", child.line());
            }
        }
    }

    @Test
    void aFileInPlaceOfTheFolderIsRefused() throws Exception {
        Path file = Files.createFile(folder.resolve("file"));
        assertRefused(DataFolderUnusableException.class, file, "there is a file of that name");
        assertRefused(
                DataFolderUnusableException.class,
                file.resolve("below"),
                "it cannot be created or read");
    }

    @Test
    void aFolderThatCannotBeWrittenIsRefused() throws Exception {
        Files.createDirectory(folder.resolve("supie.lock"));
        assertRefused(DataFolderUnusableException.class, folder, "no file can be written in it");
        Files.delete(folder.resolve("supie.lock"));
        opened().close();
    }

    @Test
    void aPathThatTheDatabaseWouldMisreadIsRefused() {
        assertRefused(
                DataFolderUnusableException.class,
                folder.resolve("a;INIT=x"),
                "its path contains a semicolon");
    }

    @Test
    void aFileThatIsNoDatabaseIsRefusedAndTheFolderGivenUp() throws Exception {
        Path file = folder.resolve("supie.mv.db");
        Files.writeString(file, "this is not a database\n".repeat(1000));
        assertRefused(DataFolderUnusableException.class, folder, "its database");
        Files.delete(file);
        opened().close();
    }

    @Test
    void tablesOfANewerVersionAreRefusedAndNotTouched() throws Exception {
        opened().close();
        tampered(
                """
                INSERT INTO "flyway_schema_history"
                SELECT 99, '99', 'of the future', 'SQL', 'V99__of_the_future.sql', 1, 'sa',
                CURRENT_TIMESTAMP, 1, TRUE
                """);
        assertRefused(SchemaUnusableException.class, folder, "a newer version of this program");
        tampered("DELETE FROM \"flyway_schema_history\" WHERE \"installed_rank\" = 99");
        opened().close();
    }

    @Test
    void tablesOfAnotherHistoryAreRefused() throws Exception {
        opened().close();
        tampered("UPDATE \"flyway_schema_history\" SET \"checksum\" = 1");
        assertRefused(SchemaUnusableException.class, folder, "changed by hand");
    }

    @Test
    void afterCloseItIsNotHealthyAndCallsFailAsAStoreDoes() throws Exception {
        JooqDatabase database = opened();
        assertTrue(database.isHealthy());
        database.close();
        assertFalse(database.isHealthy());
        assertThrows(StoreException.class, () -> database.meetings().unfinished());
    }

    @Test
    void aDatabaseThatClosedItselfIsOpenedAgainByTheNextCalls() throws Exception {
        try (JooqDatabase database = opened()) {
            database.meetings().save(CommittingProcess.step("m1", 1));
            tampered("SHUTDOWN IMMEDIATELY");
            int failed = 0;
            while (!database.isHealthy()) {
                failed++;
                assertTrue(failed <= ConnectionPools.CONNECTIONS_MAX, "still closed");
            }
            assertEquals(List.of(new MeetingId("m1")), database.meetings().unfinished());
        }
    }

    private static void assertRefused(
            Class<? extends DatabaseOpenException> type, Path folder, String why) {
        var refusal =
                assertThrows(type, () -> JooqDatabase.open(new DatabaseLocation.Folder(folder)));
        String message = String.valueOf(refusal.getMessage());
        assertTrue(message.contains(why), message);
    }
}
