package dev.supie.adapter.out.jooq;

import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.supie.application.contract.TaskStoreContract;
import dev.supie.application.meeting.port.StoreException;
import dev.supie.application.task.port.TaskStore;

import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.sql.SQLException;
import java.util.List;

/// The contract of tasks, kept by PostgreSQL, with the same migrations and the same SQL.
@EnabledOnOs(
        value = OS.LINUX,
        architectures = "amd64",
        disabledReason = "the server's binaries are those for Linux on amd64")
class PostgresTaskStoreTest extends TaskStoreContract {

    @RegisterExtension static final OnPostgres POSTGRES = new OnPostgres("tasks", "boards");

    @Override
    protected TaskStore store() {
        return POSTGRES.database().tasks();
    }

    @ParameterizedTest
    @ValueSource(strings = {"due = 'someday'", "title = ''", "extras = '['"})
    void aDamagedTaskIsTheStoresFailure(String damage) throws SQLException {
        store().save(List.of(first("a", "t1")));
        POSTGRES.run("UPDATE tasks SET " + damage);

        assertThrows(StoreException.class, () -> store().load(group("a")));
    }
}
