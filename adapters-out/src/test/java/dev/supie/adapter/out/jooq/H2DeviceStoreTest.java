package dev.supie.adapter.out.jooq;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.application.contract.DeviceStoreContract;
import dev.supie.application.enrolment.port.DeviceStore;
import dev.supie.application.enrolment.port.EnrolmentStep;
import dev.supie.domain.enrolment.Applicant;
import dev.supie.domain.enrolment.Enrolment;
import dev.supie.domain.enrolment.Fingerprint;
import dev.supie.domain.enrolment.Grant;
import dev.supie.domain.kernel.DeviceId;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Instant;

/// The contract of badges, kept by the embedded database.
class H2DeviceStoreTest extends DeviceStoreContract {

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
    protected DeviceStore store() {
        return database.devices();
    }

    @Test
    void anApprovalOutlivesTheProcess() throws DatabaseOpenException {
        Applicant badge = new Applicant(new DeviceId("a"), new Fingerprint("0".repeat(64)));
        Grant grant = new Grant("1".repeat(32), new Fingerprint("2".repeat(64)));
        Enrolment approved =
                new Enrolment.Approved(badge, "", Instant.parse("2026-11-21T09:00:00Z"), grant);
        store().save(new EnrolmentStep(approved, true));

        close();
        open();

        assertTrue(database.isHealthy());
        assertEquals(approved, store().find(badge));
    }
}
