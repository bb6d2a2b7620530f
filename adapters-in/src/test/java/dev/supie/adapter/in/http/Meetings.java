package dev.supie.adapter.in.http;

import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.meeting.MeetingHead;
import dev.supie.domain.meeting.MeetingHead.Phase;
import dev.supie.domain.meeting.MeetingId;
import dev.supie.domain.meeting.Minutes;
import dev.supie.domain.meeting.Notes;
import dev.supie.domain.meeting.Quality;
import dev.supie.domain.meeting.Segment;
import dev.supie.domain.meeting.Summary;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;

/// Meetings to read.
final class Meetings {

    static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    static final String BADGE = "94:a9:90:00:00:01";

    private static final List<String> FIVE = List.of("a", "b", "c", "d", "e");

    private Meetings() {}

    static MeetingHead recording(String id, Instant startedAt, long segments) {
        return head(id, startedAt, new Phase.Recording(), segments);
    }

    static MeetingHead finalizing(String id, Instant startedAt, Instant endedAt) {
        return head(id, startedAt, new Phase.Finalizing(endedAt), 1);
    }

    static MeetingHead finalized(String id, Instant startedAt, Quality quality) {
        var minutes =
                new Minutes(
                        "周会 weekly",
                        FIVE,
                        List.of("ship it"),
                        List.of("Ann writes tests"),
                        List.of(),
                        List.of("meet again"));
        var summary =
                new Summary(
                        new MeetingId(id),
                        minutes,
                        Duration.ofSeconds(3725),
                        25,
                        false,
                        "extractive",
                        quality);
        Instant end = startedAt.plusSeconds(3725);
        return head(id, startedAt, new Phase.Finalized(end, summary, true), 25);
    }

    static List<Segment> transcript(int count) {
        return LongStream.rangeClosed(1, count)
                .mapToObj(n -> new Segment(n, NOON.plusSeconds(n), BADGE, "第 " + n + " line"))
                .toList();
    }

    private static MeetingHead head(String id, Instant startedAt, Phase phase, long segments) {
        return new MeetingHead(
                new MeetingId(id),
                new DeviceId(BADGE),
                startedAt,
                phase,
                startedAt,
                startedAt,
                segments,
                segments,
                segments,
                0,
                Notes.EMPTY,
                new Quality.Full());
    }
}
