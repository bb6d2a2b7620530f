package dev.supie.domain.meeting;

import static dev.supie.domain.meeting.MeetingExamples.fresh;
import static dev.supie.domain.meeting.MeetingExamples.given;
import static dev.supie.domain.meeting.MeetingExamples.millis;
import static dev.supie.domain.meeting.MeetingExamples.spoken;

import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.kernel.SessionId;
import dev.supie.domain.meeting.Joined.Standing;
import dev.supie.domain.meeting.MeetingEffect.StoreJoined;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A second badge in the meeting of [MeetingExamples], which joins after half a minute.
final class CompanyExamples {

    static final Instant NOW = millis(30_000);
    static final Instant LATER = millis(40_000);
    static final DeviceId GUEST = new DeviceId("badge-2");
    static final SessionId VISIT = new SessionId("session-3");
    static final SessionId RETURN = new SessionId("session-4");
    static final JoinCode CODE = JoinCode.of(123_456);
    static final MeetingCommand JOIN = join(GUEST, VISIT);
    static final MeetingCommand GUEST_LEAVES = new MeetingCommand.Leave(VISIT);

    private CompanyExamples() {}

    static Meeting shared() {
        return given(fresh()).when(JOIN).at(NOW).state();
    }

    static Meeting said() {
        return given(shared())
                .when(new MeetingCommand.AddSnippets(VISIT, List.of(spoken("budget"))))
                .at(NOW)
                .state();
    }

    static Meeting invited() {
        return given(fresh()).when(new MeetingCommand.Invite(CODE)).at(NOW).then().state();
    }

    static Guest guest(Meeting meeting) {
        return meeting.company().guest(GUEST).orElseThrow();
    }

    static StoreJoined stored(Instant at) {
        return new StoreJoined(new Joined(GUEST, at, Standing.MEMBER));
    }

    static MeetingCommand shown(JoinCode code) {
        return new MeetingCommand.Join(GUEST, VISIT, Optional.of(code));
    }

    static MeetingCommand join(DeviceId device, SessionId session) {
        return new MeetingCommand.Join(device, session, Optional.empty());
    }
}
