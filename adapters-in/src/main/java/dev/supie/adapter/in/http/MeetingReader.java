package dev.supie.adapter.in.http;

import dev.supie.application.meeting.port.ArchiveQuery;
import dev.supie.application.meeting.port.MeetingArchive;
import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.meeting.MeetingHead;
import dev.supie.domain.meeting.MeetingId;
import dev.supie.domain.meeting.Segment;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Answers the reads of REST-1 from the archive; knows parameters and bodies, but no HTTP.
final class MeetingReader {

    static final int RECENT_DEFAULT = 20;
    static final int PREVIEW_SEGMENTS = 20;
    static final int TRANSCRIPT_DEFAULT = 100;
    static final int TRANSCRIPT_MAX = 500;

    /// Far beyond any meeting, yet safe for every database's arithmetic.
    static final long OFFSET_MAX = 1_000_000_000L;

    /// The end of the year 9999, after which ISO-8601 and many databases give up.
    static final long EPOCH_MILLIS_MAX = 253_402_300_799_999L;

    private final MeetingArchive archive;
    private final InstantSource time;

    MeetingReader(MeetingArchive archive, InstantSource time) {
        this.archive = archive;
        this.time = time;
    }

    Answer recent(QueryParameters parameters) {
        long offset = parameters.whole("offset", 0, 0, ArchiveQuery.OFFSET_MAX);
        long limit = parameters.whole("limit", RECENT_DEFAULT, 1, ArchiveQuery.LIMIT_MAX);
        Optional<DeviceId> device = parameters.device("deviceId");
        long from = parameters.whole("fromTs", 0, 0, EPOCH_MILLIS_MAX);
        long to = parameters.whole("toTs", EPOCH_MILLIS_MAX, 0, EPOCH_MILLIS_MAX);
        if (from > to) {
            parameters.problem("fromTs must not be after toTs");
        }
        if (!parameters.problems().isEmpty()) {
            return new Answer.Wrong(parameters.problems());
        }
        var query =
                new ArchiveQuery(
                        (int) offset,
                        (int) limit,
                        device,
                        Instant.ofEpochMilli(from),
                        Instant.ofEpochMilli(to));
        Instant now = time.instant();
        return new Answer.Found(
                archive.recent(query).stream().map(head -> MeetingBody.listed(head, now)).toList());
    }

    Answer detail(String id, QueryParameters parameters) {
        boolean preview = parameters.flag("preview");
        return of(id, parameters, head -> detailed(head, preview));
    }

    Answer transcript(String id, QueryParameters parameters) {
        long offset = parameters.whole("offset", 0, 0, OFFSET_MAX);
        int limit = (int) parameters.whole("limit", TRANSCRIPT_DEFAULT, 1, TRANSCRIPT_MAX);
        return of(
                id,
                parameters,
                head -> {
                    List<Segment> page = archive.transcript(head.id(), offset, limit);
                    return new TranscriptBody(head.segmentCount(), offset, SegmentBody.of(page));
                });
    }

    private MeetingBody detailed(MeetingHead head, boolean preview) {
        Optional<List<Segment>> segments =
                preview
                        ? Optional.of(archive.transcript(head.id(), 0, PREVIEW_SEGMENTS))
                        : Optional.empty();
        return MeetingBody.detailed(head, time.instant(), segments);
    }

    private Answer of(String id, QueryParameters parameters, Function<MeetingHead, Object> body) {
        Optional<MeetingId> meeting = parameters.meeting(id);
        if (!parameters.problems().isEmpty()) {
            return new Answer.Wrong(parameters.problems());
        }
        return meeting.flatMap(archive::find)
                .<Answer>map(head -> new Answer.Found(body.apply(head)))
                .orElseGet(() -> new Answer.Unknown("no such meeting"));
    }
}
