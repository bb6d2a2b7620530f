package dev.supie.adapter.out.jooq;

import static dev.supie.adapter.out.jooq.schema.Tables.MEETINGS;
import static dev.supie.adapter.out.jooq.schema.Tables.SEGMENTS;
import static dev.supie.adapter.out.jooq.schema.Tables.SNIPPETS;

import dev.supie.adapter.out.jooq.schema.tables.records.MeetingsRecord;
import dev.supie.application.meeting.port.MeetingStep;
import dev.supie.application.meeting.port.MeetingStore;
import dev.supie.application.meeting.port.StaleMeetingException;
import dev.supie.application.meeting.port.StoredMeeting;
import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.meeting.MeetingHead;
import dev.supie.domain.meeting.MeetingId;
import dev.supie.domain.meeting.Origin;
import dev.supie.domain.meeting.Segment;

import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;

import java.util.List;
import java.util.Optional;

/// Meetings as rows. One step is one transaction, and the version column decides which of two
/// writers was first.
final class JooqMeetingStore implements MeetingStore {

    /// The SQL standard's code for a key that is already there, in both databases.
    private static final String UNIQUE_VIOLATION = "23505";

    private final Transactions transactions;
    private final WaitingSummary waiting;

    JooqMeetingStore(Transactions transactions) {
        this.transactions = transactions;
        this.waiting = new WaitingSummary(transactions.dialect());
    }

    @Override
    public void save(MeetingStep step) {
        MeetingId id = step.head().id();
        transactions.write(
                sql -> {
                    storeHead(sql, step);
                    sql.batchInsert(
                                    step.snippets().stream()
                                            .map(snippet -> MeetingRows.row(id, snippet))
                                            .toList())
                            .execute();
                    sql.batchInsert(
                                    step.segments().stream()
                                            .map(segment -> MeetingRows.row(id, segment))
                                            .toList())
                            .execute();
                    sql.batchInsert(step.notices().stream().map(NoticeRows::row).toList())
                            .execute();
                    step.joined().forEach(joined -> GuestRows.store(sql, id, joined));
                    // Only merging makes snippets forgettable, so other steps need not look.
                    if (!step.segments().isEmpty()) {
                        forgetMergedSnippets(sql, step.head());
                    }
                });
    }

    @Override
    public Optional<StoredMeeting> load(MeetingId id) {
        return transactions.readTogether(
                sql -> MeetingQueries.row(sql, id).map(row -> MeetingQueries.whole(sql, row)));
    }

    @Override
    public List<MeetingId> unfinished() {
        return transactions.read(
                sql ->
                        sql.select(MEETINGS.ID)
                                .from(MEETINGS)
                                .where(
                                        MEETINGS.PHASE.in(
                                                MeetingRows.RECORDING, MeetingRows.FINALIZING))
                                .orderBy(MEETINGS.STARTED_AT, MEETINGS.ORDINAL)
                                .fetch(row -> new MeetingId(row.value1())));
    }

    @Override
    public Optional<MeetingHead> latestOf(DeviceId device) {
        return transactions.readTogether(
                sql -> {
                    Optional<MeetingsRecord> own = lastStarted(sql, device);
                    return GuestRows.lastOf(sql, device)
                            .filter(last -> own.isEmpty() || last.at() >= own.get().getStartedAt())
                            .flatMap(last -> MeetingQueries.row(sql, last.meeting()))
                            .or(() -> own)
                            .map(MeetingRows::head);
                });
    }

    private static Optional<MeetingsRecord> lastStarted(DSLContext sql, DeviceId device) {
        return sql.selectFrom(MEETINGS)
                .where(MEETINGS.DEVICE.eq(device.value()))
                .orderBy(MEETINGS.STARTED_AT.desc(), MEETINGS.ORDINAL.desc())
                .limit(1)
                .fetchOptional();
    }

    @Override
    public boolean hasSummaryFor(DeviceId device) {
        return transactions.read(sql -> waiting.existsFor(sql, device));
    }

    @Override
    public List<Origin> awaited(DeviceId guest, int limit) {
        return transactions.read(sql -> MeetingQueries.awaited(sql, guest, limit));
    }

    @Override
    public List<StoredMeeting> undelivered(DeviceId device, int limit) {
        return transactions.readTogether(
                sql ->
                        MeetingQueries.undelivered(sql, device, limit).stream()
                                .map(row -> MeetingQueries.whole(sql, row))
                                .toList());
    }

    @Override
    public List<Segment> segments(MeetingId id, long first, long last) {
        return transactions.read(
                sql ->
                        sql.selectFrom(SEGMENTS)
                                .where(SEGMENTS.MEETING.eq(id.value()))
                                .and(SEGMENTS.NUMBER.between(first, last))
                                .orderBy(SEGMENTS.NUMBER)
                                .fetch(MeetingRows::segment));
    }

    private static void storeHead(DSLContext sql, MeetingStep step) {
        MeetingsRecord row = MeetingRows.row(step.head(), step.expectedVersion() + 1);
        boolean stored =
                step.expectedVersion() == 0
                        ? inserted(sql, row)
                        : updated(sql, row, step.expectedVersion());
        if (!stored) {
            throw new StaleMeetingException(step.head().id(), step.expectedVersion());
        }
    }

    private static boolean inserted(DSLContext sql, MeetingsRecord row) {
        try {
            sql.insertInto(MEETINGS).set(row).execute();
            return true;
        } catch (DataAccessException e) {
            if (UNIQUE_VIOLATION.equals(e.sqlState())) {
                return false;
            }
            throw e;
        }
    }

    private static boolean updated(DSLContext sql, MeetingsRecord row, long expectedVersion) {
        return sql.update(MEETINGS)
                        .set(row)
                        .where(MEETINGS.ID.eq(row.getId()))
                        .and(MEETINGS.VERSION.eq(expectedVersion))
                        .execute()
                == 1;
    }

    private static void forgetMergedSnippets(DSLContext sql, MeetingHead head) {
        sql.deleteFrom(SNIPPETS)
                .where(SNIPPETS.MEETING.eq(head.id().value()))
                .and(SNIPPETS.NUMBER.le(head.mergedSnippets()))
                .and(SNIPPETS.AT.lt(MeetingQueries.forgottenBefore(head)))
                .execute();
    }
}
