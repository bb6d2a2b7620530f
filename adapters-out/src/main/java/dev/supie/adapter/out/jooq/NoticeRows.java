package dev.supie.adapter.out.jooq;

import dev.supie.adapter.out.jooq.schema.tables.records.NoticesRecord;
import dev.supie.application.meeting.port.StoreException;
import dev.supie.application.webhook.port.OutboxEntry;
import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.meeting.MeetingId;
import dev.supie.domain.meeting.MeetingNotice;
import dev.supie.domain.webhook.Delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/// Rows of the outbox from and to the notice and delivery they stand for.
final class NoticeRows {

    static final String WAITING = "waiting";
    static final String RESTING = "resting";
    static final String SETTLED = "settled";

    private NoticeRows() {}

    /// A notice that has just come in.
    static NoticesRecord row(MeetingNotice notice) {
        NoticesRecord row = new NoticesRecord();
        row.setMeeting(notice.meeting().value());
        row.setPhase(WAITING);
        row.setDevice(notice.device().value());
        row.setStartedAt(KeptTime.millis(notice.startedAt()));
        row.setEndedAt(KeptTime.millis(notice.endedAt()));
        row.setSnippets(notice.snippets());
        row.setFinalizingMillis(notice.finalizing().toMillis());
        row.setSummary(JsonDocuments.write(notice.summary()));
        return row;
    }

    /// What changes of a row when its delivery has come so far.
    static NoticesRecord change(Delivery delivery) {
        NoticesRecord row = new NoticesRecord();
        switch (delivery) {
            case Delivery.Waiting _ -> {
                row.setPhase(WAITING);
                row.setRetryAt(null);
            }
            case Delivery.Resting(Instant retryAt) -> {
                row.setPhase(RESTING);
                row.setRetryAt(KeptTime.millis(retryAt));
            }
            case Delivery.Settled(Delivery.Result result, Instant at) -> {
                row.setPhase(SETTLED);
                row.setRetryAt(null);
                row.setResult(result.name().toLowerCase(Locale.ROOT));
                row.setSettledAt(KeptTime.millis(at));
                forget(row);
            }
        }
        return row;
    }

    /// What was said in a meeting is not kept a second time for longer than it takes.
    private static void forget(NoticesRecord row) {
        row.setDevice(null);
        row.setSummary(null);
        row.setStartedAt(null);
        row.setEndedAt(null);
        row.setSnippets(null);
        row.setFinalizingMillis(null);
    }

    static OutboxEntry entry(NoticesRecord row) {
        if (delivery(row) instanceof Delivery.Open open) {
            return new OutboxEntry(notice(row), open);
        }
        throw new StoreException("the notice of meeting " + row.getMeeting() + " is settled");
    }

    static Delivery delivery(NoticesRecord row) {
        return switch (row.getPhase()) {
            case WAITING -> new Delivery.Waiting();
            case RESTING -> new Delivery.Resting(KeptTime.instant(row.getRetryAt()));
            case SETTLED ->
                    new Delivery.Settled(
                            Delivery.Result.valueOf(row.getResult().toUpperCase(Locale.ROOT)),
                            KeptTime.instant(row.getSettledAt()));
            default ->
                    throw new StoreException(
                            "the notice of meeting " + row.getMeeting() + " is in an unknown phase",
                            new IllegalStateException(row.getPhase()));
        };
    }

    private static MeetingNotice notice(NoticesRecord row) {
        return new MeetingNotice(
                new DeviceId(row.getDevice()),
                KeptTime.instant(row.getStartedAt()),
                KeptTime.instant(row.getEndedAt()),
                row.getSnippets(),
                Duration.ofMillis(row.getFinalizingMillis()),
                JsonDocuments.readSummary(new MeetingId(row.getMeeting()), row.getSummary()));
    }
}
