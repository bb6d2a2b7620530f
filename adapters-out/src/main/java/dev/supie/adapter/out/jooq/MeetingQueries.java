package dev.supie.adapter.out.jooq;

import static dev.supie.adapter.out.jooq.schema.Tables.GUESTS;
import static dev.supie.adapter.out.jooq.schema.Tables.MEETINGS;
import static dev.supie.adapter.out.jooq.schema.Tables.SEGMENTS;
import static dev.supie.adapter.out.jooq.schema.Tables.SNIPPETS;

import dev.supie.adapter.out.jooq.schema.tables.records.MeetingsRecord;
import dev.supie.application.meeting.port.StoredMeeting;
import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.meeting.Intake;
import dev.supie.domain.meeting.MeetingHead;
import dev.supie.domain.meeting.MeetingId;
import dev.supie.domain.meeting.Origin;
import dev.supie.domain.meeting.Segment;
import dev.supie.domain.meeting.Snippet;
import dev.supie.domain.meeting.Transcript;
import dev.supie.domain.meeting.Window;

import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;

import java.util.List;
import java.util.Optional;

/// The questions about meetings, each within a transaction of the caller.
final class MeetingQueries {

    private MeetingQueries() {}

    static Optional<MeetingsRecord> row(DSLContext sql, MeetingId id) {
        return sql.selectFrom(MEETINGS).where(MEETINGS.ID.eq(id.value())).fetchOptional();
    }

    static List<MeetingsRecord> undelivered(DSLContext sql, DeviceId device, int limit) {
        return sql.selectFrom(MEETINGS)
                .where(isUndeliveredOf(DSL.val(device.value())))
                .orderBy(MEETINGS.STARTED_AT, MEETINGS.ORDINAL)
                .limit(limit)
                .fetch();
    }

    /// The badge that has started the meeting is to be given its summary.
    static Condition isUndeliveredOf(Field<String> device) {
        return MEETINGS.DEVICE
                .eq(device)
                .and(MEETINGS.PHASE.eq(DSL.inline(MeetingRows.FINALIZED)))
                .and(MEETINGS.DELIVERED.isFalse());
    }

    /// The oldest first.
    static List<Origin> awaited(DSLContext sql, DeviceId guest, int limit) {
        return sql.select(MEETINGS.ID, MEETINGS.DEVICE, MEETINGS.STARTED_AT)
                .from(GUESTS)
                .join(MEETINGS)
                .on(MEETINGS.ID.eq(GUESTS.MEETING))
                .where(isAwaitedBy(DSL.val(guest.value())))
                .orderBy(MEETINGS.STARTED_AT, MEETINGS.ORDINAL)
                .limit(limit)
                .fetch(
                        row ->
                                new Origin(
                                        new MeetingId(row.value1()),
                                        new DeviceId(row.value2()),
                                        KeptTime.instant(row.value3())));
    }

    /// A badge that has joined the meeting is to be given its summary.
    static Condition isAwaitedBy(Field<String> guest) {
        return GUESTS.DEVICE
                .eq(guest)
                .and(GUESTS.STANDING.ne(DSL.inline(GuestRows.SERVED)))
                .and(MEETINGS.PHASE.eq(DSL.inline(MeetingRows.FINALIZED)));
    }

    static StoredMeeting whole(DSLContext sql, MeetingsRecord row) {
        MeetingHead head = MeetingRows.head(row);
        return new StoredMeeting(
                head,
                row.getVersion(),
                snippets(sql, head),
                tail(sql, head),
                open(sql, head),
                GuestRows.of(sql, head.id()));
    }

    /// When a merged snippet is too old to count as a repetition of a new one.
    static long forgottenBefore(MeetingHead head) {
        return KeptTime.millis(head.lastSnippetAt()) - Intake.REPEAT_WINDOW.toMillis();
    }

    private static List<Snippet> snippets(DSLContext sql, MeetingHead head) {
        return sql.selectFrom(SNIPPETS)
                .where(SNIPPETS.MEETING.eq(head.id().value()))
                .and(
                        SNIPPETS.NUMBER
                                .gt(head.mergedSnippets())
                                .or(SNIPPETS.AT.ge(forgottenBefore(head))))
                .orderBy(SNIPPETS.NUMBER)
                .fetch(MeetingRows::snippet);
    }

    /// Ordered by the whole key although the meeting is fixed: otherwise H2 does not see that the
    /// key has that order, and reads and sorts all segments to keep the last ones.
    private static List<Segment> tail(DSLContext sql, MeetingHead head) {
        return sql.selectFrom(SEGMENTS)
                .where(SEGMENTS.MEETING.eq(head.id().value()))
                .orderBy(SEGMENTS.MEETING.desc(), SEGMENTS.NUMBER.desc())
                .limit(Transcript.TAIL_MAX)
                .fetch(MeetingRows::segment)
                .reversed();
    }

    private static List<Window> open(DSLContext sql, MeetingHead head) {
        return sql.select(SEGMENTS.NUMBER, SEGMENTS.CHARS)
                .from(SEGMENTS)
                .where(SEGMENTS.MEETING.eq(head.id().value()))
                .and(SEGMENTS.NUMBER.gt(head.coveredSegments()))
                .orderBy(SEGMENTS.NUMBER)
                .fetch(row -> new Window(row.value1(), row.value1(), row.value2()));
    }
}
