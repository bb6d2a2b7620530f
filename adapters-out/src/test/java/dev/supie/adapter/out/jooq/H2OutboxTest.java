package dev.supie.adapter.out.jooq;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.supie.application.contract.OutboxContract;
import dev.supie.application.meeting.port.MeetingStore;
import dev.supie.application.webhook.port.Outbox;
import dev.supie.domain.meeting.MeetingId;
import dev.supie.domain.webhook.Delivery;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/// The contract of the outbox, kept by the embedded database.
class H2OutboxTest extends OutboxContract {

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
    protected Outbox outbox() {
        return database.outbox();
    }

    @Override
    protected MeetingStore meetings() {
        return database.meetings();
    }

    /// Also that its constraints hold in a session that did not create them.
    @Test
    void aRetryOutlivesTheProcess() throws DatabaseOpenException {
        MeetingId meeting = finalized("m1").meeting();
        Instant retryAt = Instant.parse("2026-11-21T09:00:00.123Z");
        close();
        open();

        outbox().save(meeting, new Delivery.Resting(retryAt));
        close();
        open();

        assertEquals(Optional.of(new Delivery.Resting(retryAt)), outbox().find(meeting));
        outbox().save(meeting, new Delivery.Settled(Delivery.Result.FAIL, retryAt));
        assertEquals(
                Optional.of(new Delivery.Settled(Delivery.Result.FAIL, retryAt)),
                outbox().find(meeting));
    }
}
