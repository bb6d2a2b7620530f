package dev.supie.adapter.out.jooq;

import static dev.supie.adapter.out.jooq.schema.Tables.MEETINGS;
import static dev.supie.adapter.out.jooq.schema.Tables.REMOVED_MEETINGS;
import static dev.supie.adapter.out.jooq.schema.Tables.SEGMENTS;
import static dev.supie.adapter.out.jooq.schema.Tables.SNIPPETS;

import dev.supie.adapter.out.jooq.schema.tables.records.SegmentsRecord;
import dev.supie.adapter.out.jooq.schema.tables.records.SnippetsRecord;
import dev.supie.application.archive.port.MeetingDisposal;
import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.meeting.MeetingId;

import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.TableField;
import org.jooq.impl.DSL;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Takes rows of meetings away. What is half done is a row of `removed_meetings`.
final class JooqMeetingDisposal implements MeetingDisposal {

    private static final Rows<SegmentsRecord> SEGMENT_ROWS =
            new Rows<>(SEGMENTS, SEGMENTS.MEETING, SEGMENTS.NUMBER);
    private static final Rows<SnippetsRecord> SNIPPET_ROWS =
            new Rows<>(SNIPPETS, SNIPPETS.MEETING, SNIPPETS.NUMBER);

    private final Transactions transactions;

    JooqMeetingDisposal(Transactions transactions) {
        this.transactions = transactions;
    }

    /// Looks at columns only: a meeting whose documents are damaged can be removed too.
    @Override
    public Outcome dispose(MeetingId id) {
        return transactions.change(
                sql ->
                        sql.select(MEETINGS.DEVICE, MEETINGS.PHASE, MEETINGS.DELIVERED)
                                .from(MEETINGS)
                                .where(MEETINGS.ID.eq(id.value()))
                                .forUpdate()
                                .fetchOptional()
                                .map(
                                        row ->
                                                row.value2().equals(MeetingRows.FINALIZED)
                                                        ? gone(
                                                                sql,
                                                                id,
                                                                new DeviceId(row.value1()),
                                                                row.value3())
                                                        : new Outcome.Unfinished())
                                .orElseGet(Outcome.Unknown::new));
    }

    private static Outcome gone(DSLContext sql, MeetingId id, DeviceId device, boolean delivered) {
        sql.insertInto(REMOVED_MEETINGS).set(REMOVED_MEETINGS.MEETING, id.value()).execute();
        sql.deleteFrom(MEETINGS).where(MEETINGS.ID.eq(id.value())).execute();
        return new Outcome.Gone(device, delivered);
    }

    /// A meeting that starts between the queries only makes the others older than they count here.
    @Override
    public List<MeetingId> surplus(int kept, int limit) {
        Optional<Condition> old = transactions.read(sql -> olderThanTheNewest(sql, kept));
        if (old.isEmpty()) {
            return List.of();
        }
        Condition finalized = old.get().and(MEETINGS.PHASE.eq(MeetingRows.FINALIZED));
        List<MeetingId> surplus = new ArrayList<>();
        surplus.addAll(ids(finalized.and(MEETINGS.DELIVERED.isTrue()), 0, limit));
        if (surplus.size() < limit) {
            int room = limit - surplus.size();
            surplus.addAll(ids(finalized.and(MEETINGS.DELIVERED.isFalse()), kept, room));
        }
        return List.copyOf(surplus);
    }

    /// Empty if there are no more than `kept` meetings.
    private static Optional<Condition> olderThanTheNewest(DSLContext sql, int kept) {
        return sql.select(MEETINGS.STARTED_AT, MEETINGS.ORDINAL)
                .from(MEETINGS)
                .orderBy(MEETINGS.STARTED_AT.desc(), MEETINGS.ORDINAL.desc())
                .limit(1)
                .offset(kept)
                .fetchOptional()
                .map(
                        row ->
                                MEETINGS.STARTED_AT
                                        .lt(row.value1())
                                        .or(
                                                MEETINGS.STARTED_AT
                                                        .eq(row.value1())
                                                        .and(MEETINGS.ORDINAL.le(row.value2()))));
    }

    private List<MeetingId> ids(Condition condition, int skipped, int limit) {
        return transactions.read(
                sql ->
                        sql.select(MEETINGS.ID)
                                .from(MEETINGS)
                                .where(condition)
                                .orderBy(MEETINGS.STARTED_AT.desc(), MEETINGS.ORDINAL.desc())
                                .limit(limit)
                                .offset(skipped)
                                .fetch(row -> new MeetingId(row.value1())));
    }

    @Override
    public int clear(int rowsMax) {
        Optional<String> removed = transactions.read(JooqMeetingDisposal::firstRemoved);
        return removed.map(meeting -> transactions.change(sql -> clear(sql, meeting, rowsMax)))
                .orElse(0);
    }

    private static Optional<String> firstRemoved(DSLContext sql) {
        return sql.select(REMOVED_MEETINGS.MEETING)
                .from(REMOVED_MEETINGS)
                .orderBy(REMOVED_MEETINGS.MEETING)
                .limit(1)
                .fetchOptional(REMOVED_MEETINGS.MEETING);
    }

    /// With the last rows of a meeting goes the note that there are some.
    private static int clear(DSLContext sql, String meeting, int rowsMax) {
        int cleared = SEGMENT_ROWS.clear(sql, meeting, rowsMax);
        if (cleared < rowsMax) {
            cleared += SNIPPET_ROWS.clear(sql, meeting, rowsMax - cleared);
        }
        if (cleared < rowsMax) {
            cleared +=
                    sql.deleteFrom(REMOVED_MEETINGS)
                            .where(REMOVED_MEETINGS.MEETING.eq(meeting))
                            .execute();
        }
        return cleared;
    }

    /// A table with numbered rows of meetings.
    private record Rows<R extends Record>(
            Table<R> table, TableField<R, String> owner, TableField<R, Long> number) {

        /// Numbers are used once only, so a range of them bounds the rows.
        int clear(DSLContext sql, String meeting, int rowsMax) {
            return sql.select(DSL.min(number))
                    .from(table)
                    .where(owner.eq(meeting))
                    .fetchOptional(0, Long.class)
                    .map(first -> clear(sql, meeting, first, first + rowsMax))
                    .orElse(0);
        }

        private int clear(DSLContext sql, String meeting, long from, long to) {
            return sql.deleteFrom(table)
                    .where(owner.eq(meeting))
                    .and(number.ge(from))
                    .and(number.lt(to))
                    .execute();
        }
    }
}
