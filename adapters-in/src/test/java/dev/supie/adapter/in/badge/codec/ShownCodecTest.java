package dev.supie.adapter.in.badge.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.supie.application.connection.port.BadgeMessage;
import dev.supie.application.connection.port.Rid;
import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.meeting.MeetingId;
import dev.supie.domain.meeting.Minutes;
import dev.supie.domain.meeting.Quality;
import dev.supie.domain.meeting.Segment;
import dev.supie.domain.meeting.Summary;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Whoever is shown a meeting gets what its own badges get, and is told whose it is (MTG-10).
class ShownCodecTest {

    private static final DeviceId FROM = new DeviceId("aa:01");
    private static final MeetingId MEETING = new MeetingId("m-1");

    private static final Instant AT = Instant.ofEpochMilli(1_795_251_600_000L);

    private final BadgeCodec codec = new BadgeCodec();

    private static String withFrom(String own) {
        return own.substring(0, own.length() - 1) + ",\"from\":\"aa:01\"}";
    }

    @Test
    void aTranscript() {
        var push =
                new BadgeMessage.TranscriptPush(
                        MEETING, List.of(new Segment(1, AT, "aa:01", "大家好")), 1);
        assertEquals(
                withFrom(codec.encode(push)),
                codec.encode(new BadgeMessage.ShownTranscript(FROM, push)));
    }

    @Test
    void minutes() {
        var summary =
                new Summary(
                        MEETING,
                        new Minutes("t", List.of("b"), List.of(), List.of(), List.of(), List.of()),
                        Duration.ofMinutes(5),
                        1,
                        false,
                        "extractive",
                        new Quality.Full());
        assertEquals(
                withFrom(codec.encode(new BadgeMessage.MeetingSummary(summary, false, Rid.NONE))),
                codec.encode(new BadgeMessage.ShownSummary(FROM, summary)));
    }
}
