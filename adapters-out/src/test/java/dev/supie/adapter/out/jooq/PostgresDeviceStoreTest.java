package dev.supie.adapter.out.jooq;

import dev.supie.application.contract.DeviceStoreContract;
import dev.supie.application.enrolment.port.DeviceStore;

import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The contract of badges, kept by PostgreSQL, with the same migrations and the same SQL.
@EnabledOnOs(
        value = OS.LINUX,
        architectures = "amd64",
        disabledReason = "the server's binaries are those for Linux on amd64")
class PostgresDeviceStoreTest extends DeviceStoreContract {

    @RegisterExtension static final OnPostgres POSTGRES = new OnPostgres("devices");

    @Override
    protected DeviceStore store() {
        return POSTGRES.database().devices();
    }
}
