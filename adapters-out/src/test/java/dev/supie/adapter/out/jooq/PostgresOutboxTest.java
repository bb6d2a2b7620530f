package dev.supie.adapter.out.jooq;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.supie.application.contract.OutboxContract;
import dev.supie.application.meeting.port.MeetingStore;
import dev.supie.application.webhook.port.Outbox;
import dev.supie.application.webhook.port.OutboxEntry;
import dev.supie.domain.meeting.MeetingId;
import dev.supie.domain.webhook.Delivery;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.RegisterExtension;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The contract of the outbox, kept by PostgreSQL, with the same migrations and the same SQL.
@EnabledOnOs(
        value = OS.LINUX,
        architectures = "amd64",
        disabledReason = "the server's binaries are those for Linux on amd64")
class PostgresOutboxTest extends OutboxContract {

    @RegisterExtension static final OnPostgres POSTGRES = new OnPostgres("notices", "meetings");

    @Override
    protected Outbox outbox() {
        return POSTGRES.database().outbox();
    }

    @Override
    protected MeetingStore meetings() {
        return POSTGRES.database().meetings();
    }

    @Test
    void aDamagedNoticeIsGivenUpAndKeepsNobodyWaiting() throws SQLException {
        List.of("m1", "m2", "m3").forEach(this::finalized);
        POSTGRES.run("UPDATE notices SET summary = '{' WHERE meeting = 'm1'");
        POSTGRES.run("UPDATE notices SET device = '' WHERE meeting = 'm2'");
        Instant now = Instant.parse("2026-11-21T09:00:00Z");

        assertEquals(1, outbox().openAfter(0, 10).size());
        List<OutboxEntry> due = outbox().due(now, 10);

        assertEquals(List.of("m3"), due.stream().map(entry -> entry.meeting().value()).toList());
        Delivery lost = new Delivery.Settled(Delivery.Result.FAIL, now);
        assertEquals(Optional.of(lost), outbox().find(new MeetingId("m1")));
        assertEquals(Optional.of(lost), outbox().find(new MeetingId("m2")));
    }
}
