package dev.supie.application.fake;

import dev.supie.application.contract.DeviceStoreContract;
import dev.supie.application.enrolment.port.DeviceStore;

/// The fake keeps the contract, so that what is proven with it holds with a database.
class InMemoryDeviceStoreTest extends DeviceStoreContract {

    private final InMemoryDeviceStore store = new InMemoryDeviceStore();

    @Override
    protected DeviceStore store() {
        return store;
    }
}
