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

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/// Whoever is shown a meeting gets what its own badges get, and is told whose it is (MTG-10).
class ShownCodecTest {

    private static final DeviceId FROM = new DeviceId("aa:01");
    private static final MeetingId MEETING = new MeetingId("m-1");

    private static final Instant AT = Instant.ofEpochMilli(1_795_251_600_000L);

    private static final BadgeMessage.TranscriptPush PUSH =
            new BadgeMessage.TranscriptPush(
                    MEETING, List.of(new Segment(1, AT, "aa:01", "大家好")), 1);

    private static final Summary SUMMARY =
            new Summary(
                    MEETING,
                    new Minutes("t", List.of("b"), List.of(), List.of(), List.of(), List.of()),
                    Duration.ofMinutes(5),
                    1,
                    false,
                    "extractive",
                    new Quality.Full());

    private static final BadgeCodec CODEC = new BadgeCodec();

    static Stream<Arguments> messages() {
        return Stream.of(
                Arguments.of(
                        new BadgeMessage.ShownTranscript(FROM, PUSH), withFrom(CODEC.encode(PUSH))),
                Arguments.of(
                        new BadgeMessage.ShownSummary(FROM, SUMMARY),
                        withFrom(
                                CODEC.encode(
                                        new BadgeMessage.MeetingSummary(
                                                SUMMARY, false, Rid.NONE)))));
    }

    private static String withFrom(String own) {
        return own.substring(0, own.length() - 1) + ",\"from\":\"aa:01\"}";
    }

    @ParameterizedTest
    @MethodSource("messages")
    void isItsOwnBadgesMessageAndWhoseItIs(BadgeMessage message, String text) {
        assertEquals(text, CODEC.encode(message));
    }
}
