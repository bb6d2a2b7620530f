package dev.supie.application.fake;

import dev.supie.application.contract.PeerStoreContract;
import dev.supie.application.peer.port.PeerStore;

final class InMemoryPeerStoreTest extends PeerStoreContract {

    private final InMemoryPeerStore store = new InMemoryPeerStore();

    @Override
    protected PeerStore store() {
        return store;
    }
}
