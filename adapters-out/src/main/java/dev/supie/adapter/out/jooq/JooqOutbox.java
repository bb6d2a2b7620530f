package dev.supie.adapter.out.jooq;

import static dev.supie.adapter.out.jooq.schema.Tables.NOTICES;

import dev.supie.adapter.out.jooq.schema.tables.records.NoticesRecord;
import dev.supie.application.meeting.port.StoreException;
import dev.supie.application.webhook.port.Outbox;
import dev.supie.application.webhook.port.OutboxEntry;
import dev.supie.domain.meeting.MeetingId;
import dev.supie.domain.webhook.Delivery;

import org.jooq.Condition;
import org.jooq.DSLContext;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Notices as rows; [JooqMeetingStore] puts them in.
final class JooqOutbox implements Outbox {

    private static final Logger LOG = System.getLogger(JooqOutbox.class.getName());

    private final Transactions transactions;

    JooqOutbox(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public List<OutboxEntry> due(Instant now, int limit) {
        List<NoticesRecord> rows =
                transactions.read(
                        sql ->
                                sql.selectFrom(NOTICES)
                                        .where(NOTICES.PHASE.eq(NoticeRows.WAITING))
                                        .or(
                                                NOTICES.PHASE
                                                        .eq(NoticeRows.RESTING)
                                                        .and(restsUntilLater(now).not()))
                                        .orderBy(NOTICES.ORDINAL)
                                        .limit(limit)
                                        .fetch());
        return readable(rows, now);
    }

    /// One that cannot be read is given up: it must not keep all others waiting for ever.
    private List<OutboxEntry> readable(List<NoticesRecord> rows, Instant now) {
        List<OutboxEntry> entries = new ArrayList<>();
        for (NoticesRecord row : rows) {
            entry(row).ifPresentOrElse(entries::add, () -> giveUp(row, now));
        }
        return entries;
    }

    private static Optional<OutboxEntry> entry(NoticesRecord row) {
        try {
            return Optional.of(NoticeRows.entry(row));
        } catch (StoreException | IllegalArgumentException damaged) {
            LOG.log(Level.ERROR, "the notice of " + row.getMeeting() + " is unreadable", damaged);
            return Optional.empty();
        }
    }

    private void giveUp(NoticesRecord row, Instant now) {
        Delivery lost = new Delivery.Settled(Delivery.Result.FAIL, now);
        transactions.write(sql -> change(sql, row, lost));
    }

    @Override
    public Optional<Instant> nextRetry(Instant now) {
        return transactions
                .read(
                        sql ->
                                sql.select(NOTICES.RETRY_AT)
                                        .from(NOTICES)
                                        .where(NOTICES.PHASE.eq(NoticeRows.RESTING))
                                        .and(restsUntilLater(now))
                                        .orderBy(NOTICES.RETRY_AT)
                                        .limit(1)
                                        .fetchOptional(NOTICES.RETRY_AT))
                .map(KeptTime::instant);
    }

    /// The opposite of [Delivery.Resting#isDue], for the times that are kept.
    private static Condition restsUntilLater(Instant now) {
        return NOTICES.RETRY_AT
                .ge(KeptTime.firstNotBefore(now.plusNanos(1)))
                .and(
                        NOTICES.RETRY_AT.lt(
                                KeptTime.firstNotBefore(
                                        now.plus(Delivery.PAUSE_MAX).plusNanos(1))));
    }

    @Override
    public List<OutboxEntry> openAfter(int skip, int limit) {
        List<NoticesRecord> rows =
                transactions.read(
                        sql ->
                                sql.selectFrom(NOTICES)
                                        .where(isOpen())
                                        .orderBy(NOTICES.ORDINAL)
                                        .limit(limit)
                                        .offset(skip)
                                        .fetch());
        // One that cannot be read is dealt with when it is due.
        return rows.stream().map(JooqOutbox::entry).flatMap(Optional::stream).toList();
    }

    @Override
    public void save(MeetingId meeting, Delivery delivery) {
        transactions.write(
                sql ->
                        sql.selectFrom(NOTICES)
                                .where(NOTICES.MEETING.eq(meeting.value()))
                                .and(isOpen())
                                .fetchOptional()
                                .ifPresent(row -> change(sql, row, delivery)));
    }

    private static void change(DSLContext sql, NoticesRecord row, Delivery delivery) {
        sql.update(NOTICES)
                .set(NoticeRows.change(delivery))
                .where(NOTICES.MEETING.eq(row.getMeeting()))
                .execute();
        if (delivery instanceof Delivery.Settled) {
            sql.deleteFrom(NOTICES)
                    .where(NOTICES.PHASE.eq(NoticeRows.SETTLED))
                    .and(NOTICES.ORDINAL.le(row.getOrdinal() - SETTLED_MAX))
                    .execute();
        }
    }

    @Override
    public Optional<Delivery> find(MeetingId meeting) {
        return transactions.read(
                sql ->
                        sql.selectFrom(NOTICES)
                                .where(NOTICES.MEETING.eq(meeting.value()))
                                .fetchOptional(NoticeRows::delivery));
    }

    private static Condition isOpen() {
        return NOTICES.PHASE.in(NoticeRows.WAITING, NoticeRows.RESTING);
    }
}
