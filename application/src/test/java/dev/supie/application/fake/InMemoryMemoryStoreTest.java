package dev.supie.application.fake;

import dev.supie.application.contract.MemoryStoreContract;
import dev.supie.application.conversation.port.MemoryStore;

/// The fake keeps the contract.
final class InMemoryMemoryStoreTest extends MemoryStoreContract {

    @Override
    protected MemoryStore store() {
        return new InMemoryMemoryStore();
    }
}
