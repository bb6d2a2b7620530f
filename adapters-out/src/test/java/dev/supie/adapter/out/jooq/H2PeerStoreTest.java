package dev.supie.adapter.out.jooq;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.supie.application.contract.PeerStoreContract;
import dev.supie.application.peer.port.PeerStore;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

/// The contract of peer messages, kept by the embedded database.
class H2PeerStoreTest extends PeerStoreContract {

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
    protected PeerStore store() {
        return database.peers();
    }

    @Test
    void theNameOfTheInboxesOutlivesTheProcess() throws DatabaseOpenException {
        String epoch = store().epoch();
        close();
        open();

        assertEquals(epoch, store().epoch());
    }
}
