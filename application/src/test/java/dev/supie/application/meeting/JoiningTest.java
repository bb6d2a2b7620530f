package dev.supie.application.meeting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.application.connection.BadgeRequest;
import dev.supie.application.connection.BadgeRequest.WithOthers;
import dev.supie.application.connection.port.Attending;
import dev.supie.application.connection.port.BadgeMessage.FeatureError;
import dev.supie.application.connection.port.BadgeMessage.JoinLimited;
import dev.supie.application.connection.port.BadgeMessage.ModeReceipt;
import dev.supie.application.connection.port.BadgeMessage.SwitchText;
import dev.supie.application.connection.port.ErrorCode;
import dev.supie.application.connection.port.Rid;
import dev.supie.application.fixture.Bench;
import dev.supie.domain.connection.Mode;
import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.kernel.SessionId;
import dev.supie.domain.meeting.JoinCode;
import dev.supie.domain.meeting.MeetingId;
import dev.supie.domain.meeting.MeetingSettings;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Who may come into which meeting, and what everybody else is told.
class JoiningTest {

    private static final String OWNER = "aa:01";
    private static final String GUEST = "bb:02";
    private static final JoinCode WRONG = JoinCode.of(999_999);

    private final Bench bench = new Bench().start();
    private final SessionId owner = bench.connect(OWNER);
    private final SessionId guest = bench.connect(GUEST);

    @Test
    void aMeetingHasNoCodeUntilItsBadgeAsks() {
        bench.startMeeting(owner);
        assertEquals(Optional.empty(), receipt(owner).attending());

        JoinCode code = bench.invite(owner);

        assertEquals(code, bench.invite(owner));
    }

    @Test
    void onlyTheBadgeThatHasStartedItIsToldTheCode() {
        bench.join(guest, bench.invite(owner));
        bench.link.take(guest);

        bench.startMeeting(guest, new WithOthers.Invite());

        assertEquals(ErrorCode.UNAUTHORIZED, error(guest).code());
    }

    @Test
    void aWrongCodeIsSaidAndStartsNothing() {
        bench.invite(owner);

        bench.join(guest, WRONG);

        assertEquals(ErrorCode.NOT_FOUND, error(guest).code());
        bench.say(guest, "hello");
        assertEquals(ErrorCode.NOT_FOUND, error(guest).code());
    }

    @Test
    void guessingEndsSoon() {
        JoinCode code = bench.invite(owner);
        for (int i = 0; i < JoinAttempts.WRONG_MAX; i++) {
            bench.join(guest, WRONG);
        }
        bench.link.take(guest);

        bench.join(guest, code);

        Duration wait = bench.heard(guest, JoinLimited.class).getFirst().retryAfter();
        assertEquals(JoinAttempts.WINDOW, wait);
        bench.time.jump(wait);
        bench.join(guest, code);
        assertEquals(Attending.Role.GUEST, receipt(guest).attending().orElseThrow().role());
    }

    @Test
    void aCodeEndsWithItsMeeting() {
        JoinCode code = bench.invite(owner);
        bench.finish(owner);

        bench.join(guest, code);

        assertEquals(ErrorCode.NOT_FOUND, error(guest).code());
    }

    @Test
    void aCodeIsNoWayIntoAMeetingThatEndsInThisMoment() {
        JoinCode code = bench.invite(owner);
        bench.disconnect(owner);
        bench.time.jump(Duration.ofMinutes(31));

        bench.join(guest, code);

        assertEquals(ErrorCode.NOT_FOUND, error(guest).code());
    }

    @Test
    void aColleagueComesByTheMeetingsId() {
        bench.colleagues.workTogether(OWNER, GUEST);
        MeetingId meeting = started();

        bench.startMeeting(guest, new WithOthers.JoinById(meeting));

        assertEquals(Optional.of(Attending.guest(meeting)), receipt(guest).attending());
    }

    /// Not even that there is such a meeting.
    @Test
    void aStrangerIsToldNoMoreThanSomebodyWhoMadeTheIdUp() {
        MeetingId meeting = started();

        bench.startMeeting(guest, new WithOthers.JoinById(meeting));
        FeatureError stranger = error(guest);
        bench.startMeeting(guest, new WithOthers.JoinById(new MeetingId("made-up")));

        assertEquals(stranger, error(guest));
    }

    @Test
    void aBadgeIsInOneMeetingAtATime() {
        JoinCode code = bench.invite(owner);
        bench.startMeeting(guest);
        bench.link.take(guest);

        bench.join(guest, code);

        assertEquals(ErrorCode.INVALID_REQUEST, error(guest).code());
        bench.say(guest, "still in my own");
        bench.finish(guest);
        bench.join(guest, code);
        assertTrue(bench.link.sentTo(guest, ModeReceipt.class).getLast().attending().isPresent());
    }

    @Test
    void joiningTwiceIsTheSameAsOnce() {
        JoinCode code = bench.invite(owner);
        bench.join(guest, code);
        bench.link.take(guest);

        bench.join(guest, code);

        assertTrue(receipt(guest).idempotent());
    }

    @Test
    void noMoreBadgesThanMay() {
        JoinCode code = bench.invite(owner);
        for (int i = 2; i <= MeetingSettings.DEFAULTS.membersMax(); i++) {
            bench.join(bench.connect("member-" + i), code);
        }

        bench.join(guest, code);

        assertEquals(ErrorCode.BUSY, error(guest).code());
    }

    @Test
    void aCodeMayBeSaid() {
        JoinCode code = bench.invite(owner);

        bench.send(guest, new BadgeRequest.Detected("加入会议 " + code.digits(), Rid.NONE));

        assertEquals(Mode.MEETING, bench.link.sentTo(guest, SwitchText.class).getFirst().target());
        assertEquals(Attending.Role.GUEST, receipt(guest).attending().orElseThrow().role());
    }

    @Test
    void inAMeetingItIsJustTalk() {
        JoinCode code = bench.invite(owner);
        bench.startMeeting(guest);
        bench.link.take(guest);

        bench.send(guest, new BadgeRequest.Detected("join meeting " + code.digits(), Rid.NONE));

        assertEquals(List.of(), bench.heard(guest, ModeReceipt.class));
    }

    @Test
    void twoMeetingsHaveTwoCodes() {
        SessionId third = bench.connect("cc:03");

        bench.join(third, bench.invite(owner));
        bench.join(guest, bench.invite(bench.connect("dd:04")));

        assertEquals(
                2,
                List.of(third, guest).stream()
                        .map(each -> receipt(each).attending().orElseThrow().meeting())
                        .distinct()
                        .count());
    }

    private MeetingId started() {
        bench.startMeeting(owner);
        return bench.store.latestOf(new DeviceId(OWNER)).orElseThrow().id();
    }

    private ModeReceipt receipt(SessionId session) {
        return bench.heard(session, ModeReceipt.class).getFirst();
    }

    private FeatureError error(SessionId session) {
        return bench.heard(session, FeatureError.class).getFirst();
    }
}
