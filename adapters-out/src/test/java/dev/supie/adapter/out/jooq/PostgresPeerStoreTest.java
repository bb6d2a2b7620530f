package dev.supie.adapter.out.jooq;

import dev.supie.application.contract.PeerStoreContract;
import dev.supie.application.peer.port.PeerStore;

import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The contract of peer messages, kept by PostgreSQL, with the same migrations and the same SQL.
@EnabledOnOs(
        value = OS.LINUX,
        architectures = "amd64",
        disabledReason = "the server's binaries are those for Linux on amd64")
class PostgresPeerStoreTest extends PeerStoreContract {

    @RegisterExtension
    static final OnPostgres POSTGRES =
            new OnPostgres(
                    "peer_handovers",
                    "peer_outcomes",
                    "peer_envelopes",
                    "peer_inboxes",
                    "peer_messages");

    @Override
    protected PeerStore store() {
        return POSTGRES.database().peers();
    }
}
