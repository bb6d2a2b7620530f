package dev.supie.adapter.out.jooq;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

import java.io.IOException;
import java.sql.SQLException;

@EnabledOnOs(value = OS.LINUX, architectures = "amd64")
class PostgresSchemaUpgradeTest extends SchemaUpgradeContract {

    private static EmbeddedServer server;

    @BeforeAll
    static void start() throws IOException {
        server = new EmbeddedServer();
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    @BeforeEach
    void empty() throws SQLException {
        server.run("DROP SCHEMA public CASCADE; CREATE SCHEMA public");
    }

    @Override
    DatabaseAccess access() {
        return DatabaseAccess.server(server.location());
    }

    @Override
    DatabaseLocation location() {
        return server.location();
    }
}
