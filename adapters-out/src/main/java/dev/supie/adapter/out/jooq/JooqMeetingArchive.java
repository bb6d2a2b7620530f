package dev.supie.adapter.out.jooq;

import static dev.supie.adapter.out.jooq.schema.Tables.MEETINGS;
import static dev.supie.adapter.out.jooq.schema.Tables.SEGMENTS;

import dev.supie.application.meeting.port.ArchiveQuery;
import dev.supie.application.meeting.port.MeetingArchive;
import dev.supie.domain.meeting.MeetingHead;
import dev.supie.domain.meeting.MeetingId;
import dev.supie.domain.meeting.Segment;

import org.jooq.Condition;

import java.util.List;
import java.util.Optional;

/// The same rows as [JooqMeetingStore], for reading only.
final class JooqMeetingArchive implements MeetingArchive {

    private final Transactions transactions;

    JooqMeetingArchive(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public List<MeetingHead> recent(ArchiveQuery query) {
        Condition asked =
                MEETINGS.STARTED_AT
                        .ge(KeptTime.firstNotBefore(query.from()))
                        .and(MEETINGS.STARTED_AT.lt(KeptTime.firstNotBefore(query.to())));
        Condition condition =
                query.device()
                        .map(device -> asked.and(MEETINGS.DEVICE.eq(device.value())))
                        .orElse(asked);
        return transactions.read(
                sql ->
                        sql.selectFrom(MEETINGS)
                                .where(condition)
                                .orderBy(MEETINGS.STARTED_AT.desc(), MEETINGS.ORDINAL.desc())
                                .limit(query.limit())
                                .offset(query.offset())
                                .fetch(MeetingRows::head));
    }

    @Override
    public Optional<MeetingHead> find(MeetingId id) {
        return transactions.read(sql -> MeetingQueries.row(sql, id).map(MeetingRows::head));
    }

    /// Segments are numbered from 1 without gaps, so skipping is a range of the key and the last
    /// page of a long meeting costs no more than the first. Both ends of the range are given: H2
    /// reads everything behind the first one before it takes the limit. Segments of a meeting that
    /// was removed are there for some time, but nobody's business.
    @Override
    public List<Segment> transcript(MeetingId id, long offset, int limit) {
        return transactions.read(
                sql ->
                        sql.selectFrom(SEGMENTS)
                                .where(SEGMENTS.MEETING.eq(id.value()))
                                .and(SEGMENTS.NUMBER.gt(offset))
                                .and(SEGMENTS.NUMBER.le(offset + limit))
                                .andExists(
                                        sql.selectOne()
                                                .from(MEETINGS)
                                                .where(MEETINGS.ID.eq(id.value())))
                                .orderBy(SEGMENTS.NUMBER)
                                .fetch(MeetingRows::segment));
    }
}
