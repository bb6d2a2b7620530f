package dev.supie.adapter.out.jooq;

import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.supie.application.contract.MemoryStoreContract;
import dev.supie.application.conversation.port.MemoryStore;
import dev.supie.application.meeting.port.StoreException;
import dev.supie.domain.conversation.Memory;
import dev.supie.domain.kernel.DeviceId;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.RegisterExtension;

import java.sql.SQLException;
import java.time.Instant;

/// The contract of memories, kept by PostgreSQL, with the same migrations and the same SQL.
@EnabledOnOs(
        value = OS.LINUX,
        architectures = "amd64",
        disabledReason = "the server's binaries are those for Linux on amd64")
final class PostgresMemoryStoreTest extends MemoryStoreContract {

    @RegisterExtension static final OnPostgres POSTGRES = new OnPostgres("memories");

    @Override
    protected MemoryStore store() {
        return POSTGRES.database().memories();
    }

    @Test
    void aDamagedMemoryIsTheStoresFailure() throws SQLException {
        DeviceId device = new DeviceId("aa:01");
        store().save(device, Memory.NOTHING, Instant.EPOCH);
        POSTGRES.run("UPDATE memories SET document = '['");
        assertThrows(StoreException.class, () -> store().load(device));
    }
}
