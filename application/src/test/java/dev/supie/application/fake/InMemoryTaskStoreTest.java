package dev.supie.application.fake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.supie.application.contract.TaskStoreContract;
import dev.supie.application.meeting.port.StoreException;
import dev.supie.application.task.port.TaskStore;

import org.junit.jupiter.api.Test;

import java.util.List;

/// The fake keeps the contract, and its planned failures do what they say.
class InMemoryTaskStoreTest extends TaskStoreContract {

    private final InMemoryTaskStore store = new InMemoryTaskStore();

    @Override
    protected TaskStore store() {
        return store;
    }

    @Test
    void aFailureBeforeWritingWritesNothing() {
        store.failNextSaveBefore();

        assertThrows(StoreException.class, () -> store.save(List.of(first("a", "t1"))));

        assertEquals(0, store.load(group("a")).version());
    }

    @Test
    void aFailureAfterWritingHasWritten() {
        store.failNextSaveAfter();

        assertThrows(StoreException.class, () -> store.save(List.of(first("a", "t1"))));

        assertEquals(1, store.load(group("a")).version());
    }

    @Test
    void aStoreThatIsAwayAnswersNothing() {
        store.goAway();

        assertThrows(StoreException.class, () -> store.load(group("a")));
        assertThrows(StoreException.class, store::count);
        assertThrows(StoreException.class, () -> store.save(List.of(first("a", "t1"))));
        store.comeBack();
        assertEquals(0, store.count());
    }
}
