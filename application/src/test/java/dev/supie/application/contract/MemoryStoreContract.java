package dev.supie.application.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.supie.application.conversation.port.MemoryStore;
import dev.supie.domain.conversation.Exchange;
import dev.supie.domain.conversation.Memory;
import dev.supie.domain.kernel.DeviceId;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;

/// What every [MemoryStore] must do.
public abstract class MemoryStoreContract {

    private static final DeviceId FIRST = new DeviceId("aa:01");
    private static final DeviceId SECOND = new DeviceId("aa:02");
    private static final Instant NOW = Instant.parse("2026-11-21T09:00:00Z");

    /// An empty store.
    protected abstract MemoryStore store();

    @Test
    void nothingIsRememberedOfABadgeThatNeverTalked() {
        assertEquals(Memory.NOTHING, store().load(FIRST));
    }

    @Test
    void whatIsSavedIsRememberedToTheLetter() {
        MemoryStore store = store();
        Memory memory =
                new Memory(
                        List.of(
                                new Exchange("我的猫叫“小白”", "好的。"),
                                new Exchange("a \"quoted\" \\ and\na line 😀", "")),
                        List.of("talked about tea", "'; drop table"));
        store.save(FIRST, memory, NOW);
        assertEquals(memory, store.load(FIRST));
    }

    @Test
    void theNewestIsRemembered() {
        MemoryStore store = store();
        store.save(FIRST, of("one"), NOW);
        store.save(FIRST, of("two"), NOW.plusSeconds(1));
        assertEquals(of("two"), store.load(FIRST));
    }

    @Test
    void badgesDoNotKnowOfEachOther() {
        MemoryStore store = store();
        store.save(FIRST, of("one"), NOW);
        store.save(SECOND, of("two"), NOW);
        store.forget(FIRST);
        assertEquals(Memory.NOTHING, store.load(FIRST));
        assertEquals(of("two"), store.load(SECOND));
    }

    @Test
    void toForgetNothingIsHarmlessAndSoIsToForgetTwice() {
        MemoryStore store = store();
        store.forget(FIRST);
        store.save(FIRST, of("one"), NOW);
        store.forget(FIRST);
        store.forget(FIRST);
        assertEquals(Memory.NOTHING, store.load(FIRST));
        store.save(FIRST, of("again"), NOW);
        assertEquals(of("again"), store.load(FIRST));
    }

    @Test
    void theLargestMemoryFits() {
        MemoryStore store = store();
        Memory memory = Memory.NOTHING;
        for (int i = 0; i < 60; i++) {
            memory = memory.with(new Exchange("問".repeat(600), "答".repeat(600)));
        }
        store.save(FIRST, memory, NOW);
        assertEquals(memory, store.load(FIRST));
    }

    private static Memory of(String question) {
        return Memory.NOTHING.with(new Exchange(question, "yes"));
    }
}
