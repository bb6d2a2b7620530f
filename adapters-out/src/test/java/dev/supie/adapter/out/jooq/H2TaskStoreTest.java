package dev.supie.adapter.out.jooq;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.supie.application.contract.TaskStoreContract;
import dev.supie.application.task.port.BoardStep;
import dev.supie.application.task.port.TaskStore;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;

/// The contract of tasks, kept by the embedded database.
class H2TaskStoreTest extends TaskStoreContract {

    @TempDir private Path folder = Path.of("");
    private JooqDatabase database;

    @BeforeEach
    void open() throws DatabaseOpenException {
        database = JooqDatabase.open(new DatabaseLocation.Folder(folder));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Override
    protected TaskStore store() {
        return database.tasks();
    }

    /// Also that its constraints hold in a session that did not create them.
    @Test
    void boardsOutliveTheProcess() throws DatabaseOpenException {
        BoardStep step = first("a", "t1");
        store().save(List.of(step));
        close();
        open();

        assertEquals(step.next(), store().load(group("a")));
        store().save(List.of(first("b", "t1")));
        close();
        open();

        assertEquals(1, store().load(group("b")).version());
    }
}
