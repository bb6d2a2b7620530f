package dev.supie.application.meeting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.supie.application.fake.VirtualTime;
import dev.supie.application.runtime.Wakeup;
import dev.supie.domain.kernel.Decision;
import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.kernel.SessionId;
import dev.supie.domain.meeting.JoinCode;
import dev.supie.domain.meeting.Meeting;
import dev.supie.domain.meeting.MeetingCommand;
import dev.supie.domain.meeting.MeetingDecider;
import dev.supie.domain.meeting.MeetingEffect;
import dev.supie.domain.meeting.MeetingId;
import dev.supie.domain.meeting.MeetingRejection;
import dev.supie.domain.meeting.MeetingSettings;
import dev.supie.domain.meeting.Origin;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

class LiveMeetingsTest {

    private static final DeviceId BADGE = new DeviceId("aa:01");

    private final VirtualTime time = new VirtualTime(Instant.parse("2026-11-21T09:00:00Z"));
    private final LiveMeetings live = new LiveMeetings(new JoinCodes(() -> JoinCode.of(0)));

    /// Red once: an old summary that was taken out of the store to be delivered hid the meeting
    /// that the badge was in, so that its return started a second one (MTG-9).
    @Test
    void theLatestMeetingIsTheLastStartedNotTheLastAdded() {
        LiveMeeting running = meeting("running", time.instant());
        LiveMeeting waiting = meeting("waiting", time.instant().minusSeconds(60));

        live.add(running);
        live.add(waiting);

        assertEquals(Optional.of(running), live.latestOf(BADGE));
        assertEquals(List.of(waiting, running), live.of(BADGE));
    }

    @Test
    void ofTwoThatStartedAtOneMomentTheRunningOneIsTheLatest() {
        LiveMeeting running = meeting("running", time.instant());
        LiveMeeting waiting = ended(meeting("waiting", time.instant()));

        live.add(running);
        live.add(waiting);

        assertEquals(Optional.of(running), live.latestOf(BADGE));
    }

    private LiveMeeting ended(LiveMeeting meeting) {
        MeetingCommand finish = new MeetingCommand.Finish(new SessionId("session"));
        var decision =
                new MeetingDecider(MeetingSettings.DEFAULTS)
                        .decide(meeting.meeting(), finish, time.instant());
        assertInstanceOf(Decision.Accepted.class, decision);
        if (decision
                instanceof
                Decision.Accepted<Meeting, MeetingEffect, MeetingRejection>(
                        Meeting next,
                        List<MeetingEffect> _)) {
            meeting.became(next, 2);
        }
        return meeting;
    }

    private LiveMeeting meeting(String id, Instant startedAt) {
        return new LiveMeeting(
                new MeetingDecider(MeetingSettings.DEFAULTS)
                        .start(
                                new Origin(new MeetingId(id), BADGE, startedAt),
                                new SessionId("session")),
                1,
                new Wakeup(time, () -> {}));
    }
}
