package dev.supie.application.meeting;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.supie.application.connection.BadgeRequest;
import dev.supie.application.connection.port.BadgeMessage.ModeReceipt;
import dev.supie.application.fixture.Bench;
import dev.supie.domain.connection.ConnectionSettings;
import dev.supie.domain.kernel.SessionId;
import dev.supie.domain.meeting.MeetingSettings;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;

/// MTG-9: a meeting in which nobody has spoken for a while is attended all the same, also by the
/// account of the store, so a killed server does not end it.
class AttendedTest {

    private static final String DEVICE = "aa:01";

    /// Far shorter than the time between two checkpoints.
    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final Bench bench = new Bench(resumableForAMinute(), ConnectionSettings.DEFAULTS);

    @ParameterizedTest
    @ValueSource(ints = {31, 59, 60, 61, 299, 300, 599})
    void aKillAfterALongSilenceDoesNotEndTheMeeting(int silentSeconds) {
        bench.start();
        SessionId badge = bench.connect(DEVICE);
        bench.startMeeting(badge);
        bench.say(badge, "said before the silence");
        for (int second = 0; second < silentSeconds; second++) {
            bench.send(badge, new BadgeRequest.Activity(BadgeRequest.Activity.Kind.CONTROL));
            bench.pass(Duration.ofSeconds(1));
        }

        bench.start();

        SessionId again = bench.connect(DEVICE);
        bench.startMeeting(again);
        assertEquals(true, bench.heard(again, ModeReceipt.class).getFirst().resumed());
    }

    private static MeetingSettings resumableForAMinute() {
        MeetingSettings usual = MeetingSettings.DEFAULTS;
        return new MeetingSettings(
                usual.pushInterval(),
                usual.checkpointInterval(),
                usual.durationMin(),
                WINDOW,
                usual.windowCharsMax(),
                usual.notesTokensMax(),
                usual.minutesTokensMax(),
                usual.draftTimeLimit(),
                usual.termMap(),
                usual.membersMax());
    }
}
