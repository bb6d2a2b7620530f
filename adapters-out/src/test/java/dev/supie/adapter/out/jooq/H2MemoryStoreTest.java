package dev.supie.adapter.out.jooq;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.supie.application.contract.MemoryStoreContract;
import dev.supie.application.conversation.port.MemoryStore;
import dev.supie.domain.conversation.Exchange;
import dev.supie.domain.conversation.Memory;
import dev.supie.domain.kernel.DeviceId;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Instant;

/// The contract of memories, kept by the embedded database.
final class H2MemoryStoreTest extends MemoryStoreContract {

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
    protected MemoryStore store() {
        return database.memories();
    }

    @Test
    void memoriesOutliveTheProcess() throws DatabaseOpenException {
        DeviceId device = new DeviceId("aa:01");
        Memory memory = Memory.NOTHING.with(new Exchange("my cat is called\u0000 Tom", "fine"));
        store().save(device, memory, Instant.EPOCH);
        close();
        open();
        assertEquals(
                "my cat is called\uFFFD Tom", store().load(device).turns().getFirst().question());
    }
}
