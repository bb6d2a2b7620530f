package dev.supie.adapter.out.jooq;

import dev.supie.application.contract.PeerStoreContract;
import dev.supie.application.peer.port.PeerStore;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;

/// The contract of peer messages, kept by PostgreSQL, with the same migrations and the same SQL.
@EnabledOnOs(
        value = OS.LINUX,
        architectures = "amd64",
        disabledReason = "the server's binaries are those for Linux on amd64")
class PostgresPeerStoreTest extends PeerStoreContract {

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
        for (String table :
                List.of(
                        "peer_handovers",
                        "peer_outcomes",
                        "peer_envelopes",
                        "peer_inboxes",
                        "peer_messages")) {
            server.run("DELETE FROM " + table);
        }
    }

    @Override
    protected PeerStore store() {
        return database.peers();
    }
}
