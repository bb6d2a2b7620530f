package dev.supie.adapter.out.jooq;

import dev.supie.application.contract.DeviceStoreContract;
import dev.supie.application.enrolment.port.DeviceStore;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

import java.io.IOException;
import java.sql.SQLException;

/// The contract of badges, kept by PostgreSQL, with the same migrations and the same SQL.
@EnabledOnOs(
        value = OS.LINUX,
        architectures = "amd64",
        disabledReason = "the server's binaries are those for Linux on amd64")
class PostgresDeviceStoreTest extends DeviceStoreContract {

    private static EmbeddedServer server;
    private static JooqDatabase database;

    @BeforeAll
    static void open() throws IOException, DatabaseOpenException {
        server = new EmbeddedServer();
        database = JooqDatabase.open(server.location());
    }

    @AfterAll
    static void close() throws IOException {
        database.close();
        server.close();
    }

    @BeforeEach
    void empty() throws SQLException {
        server.run("DELETE FROM devices");
    }

    @Override
    protected DeviceStore store() {
        return database.devices();
    }
}
