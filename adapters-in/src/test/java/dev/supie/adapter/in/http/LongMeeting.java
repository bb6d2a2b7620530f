package dev.supie.adapter.in.http;

import dev.supie.application.meeting.port.ArchiveQuery;
import dev.supie.application.meeting.port.MeetingArchive;
import dev.supie.domain.meeting.MeetingHead;
import dev.supie.domain.meeting.MeetingId;
import dev.supie.domain.meeting.Segment;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.stream.LongStream;

/// One meeting that would need more than 50 MB if somebody held all of it; its segments are made
/// when they are read.
final class LongMeeting implements MeetingArchive {

    static final int SEGMENTS = 25_600;
    static final int CHARACTERS = 2048;

    private static final String TEXT = "x".repeat(CHARACTERS);

    private final AtomicInteger pages = new AtomicInteger();
    private final AtomicInteger largest = new AtomicInteger();
    private final IntConsumer beforePage;

    /// @param beforePage happens on the server's thread before a page is read, from page 1
    LongMeeting(IntConsumer beforePage) {
        this.beforePage = beforePage;
    }

    int pages() {
        return pages.get();
    }

    int largestPage() {
        return largest.get();
    }

    @Override
    public List<MeetingHead> recent(ArchiveQuery query) {
        return find(new MeetingId("long")).stream().skip(query.offset()).toList();
    }

    @Override
    public Optional<MeetingHead> find(MeetingId id) {
        return Optional.of(Meetings.recording("long", Meetings.NOON, SEGMENTS));
    }

    @Override
    public List<Segment> transcript(MeetingId id, long offset, int limit) {
        beforePage.accept(pages.incrementAndGet());
        largest.accumulateAndGet(limit, Math::max);
        return LongStream.rangeClosed(offset + 1, Math.min(offset + limit, SEGMENTS))
                .mapToObj(n -> new Segment(n, Meetings.NOON.plusSeconds(n), "Li", TEXT))
                .toList();
    }
}
