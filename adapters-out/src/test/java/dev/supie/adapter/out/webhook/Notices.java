package dev.supie.adapter.out.webhook;

import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.meeting.MeetingId;
import dev.supie.domain.meeting.MeetingNotice;
import dev.supie.domain.meeting.Minutes;
import dev.supie.domain.meeting.Quality;
import dev.supie.domain.meeting.Summary;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Notices for tests.
final class Notices {

    static final Instant START = Instant.parse("2026-11-21T09:00:00Z");

    private Notices() {}

    static MeetingNotice of(String meeting) {
        return of(meeting, new Quality.Full());
    }

    static MeetingNotice of(String meeting, Quality quality) {
        Minutes minutes =
                new Minutes(
                        "周会 🚀",
                        List.of("预算通过", "Budget \"approved\"\n"),
                        List.of("Ship on Friday"),
                        List.of("Li 写测试"),
                        List.of(),
                        List.of("Next call"));
        Summary summary =
                new Summary(
                        new MeetingId(meeting),
                        minutes,
                        Duration.ofHours(101).plusSeconds(62),
                        12,
                        false,
                        "model",
                        quality);
        return new MeetingNotice(
                new DeviceId("94:a9:90:00:00:01"),
                START,
                START.plusSeconds(60),
                7,
                Duration.ofMillis(1234),
                summary);
    }
}
