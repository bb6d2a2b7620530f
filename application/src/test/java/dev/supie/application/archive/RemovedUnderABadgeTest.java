package dev.supie.application.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.supie.application.archive.port.MeetingDisposal.Outcome;
import dev.supie.application.connection.port.BadgeMessage.MeetingSummary;
import dev.supie.application.fixture.Bench;
import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.kernel.SessionId;
import dev.supie.domain.meeting.MeetingId;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;

/// A badge whose meeting is removed goes on undisturbed (MTG-9, MTG-11).
class RemovedUnderABadgeTest {

    private static final String BADGE = "aa:01";

    private final Bench bench = new Bench().start();

    private MeetingId latest() {
        return bench.store.latestOf(new DeviceId(BADGE)).orElseThrow().id();
    }

    private MeetingId endsWhileTheBadgeIsAway() {
        SessionId badge = bench.connect(BADGE);
        bench.startMeeting(badge);
        bench.say(badge, "nobody will read this");
        bench.disconnect(badge);
        bench.pass(Duration.ofMinutes(31));
        return latest();
    }

    @Test
    void minutesThatWaitedAreNotSentOnceTheirMeetingIsRemoved() {
        MeetingId meeting = endsWhileTheBadgeIsAway();
        assertEquals(new Outcome.Gone(new DeviceId(BADGE), false), bench.store.dispose(meeting));

        SessionId back = bench.connect(BADGE);

        assertEquals(List.of(), bench.heard(back, MeetingSummary.class));
        bench.startMeeting(back);
        bench.say(back, "a new meeting is recorded as ever");
        bench.pass(Duration.ofSeconds(10));
        assertEquals(1, bench.store.segments(latest(), 1, 10).size());
    }

    @Test
    void minutesThatStayAreSentOnReturn() {
        endsWhileTheBadgeIsAway();

        assertEquals(1, bench.heard(bench.connect(BADGE), MeetingSummary.class).size());
    }
}
