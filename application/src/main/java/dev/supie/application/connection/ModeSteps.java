package dev.supie.application.connection;

import dev.supie.application.connection.BadgeRequest.WithOthers;
import dev.supie.application.connection.port.Attending;
import dev.supie.application.connection.port.BadgeMessage;
import dev.supie.application.meeting.Entrance;
import dev.supie.application.meeting.Entry;
import dev.supie.application.meeting.Meetings;
import dev.supie.domain.connection.Connection;
import dev.supie.domain.connection.ConnectionCommand;
import dev.supie.domain.connection.ConnectionEffect;
import dev.supie.domain.connection.ConnectionRejection;
import dev.supie.domain.connection.Mode;
import dev.supie.domain.connection.ModeAction;
import dev.supie.domain.kernel.Decision;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Changes of mode, and what they mean for meetings (MODE-1, MODE-2); only ever called in a
/// connection's lane.
final class ModeSteps {

    private static final String TOO_MANY = "too many wrong codes: wait before the next one";

    private final ConnectionSteps steps;
    private final Meetings meetings;

    ModeSteps(ConnectionSteps steps, Meetings meetings) {
        this.steps = steps;
        this.meetings = meetings;
    }

    /// What the answer says besides.
    record Told(boolean resumed, Optional<Attending> attending) {

        static final Told NOTHING = new Told(false, Optional.empty());
    }

    /// How the meeting part of a change went.
    private sealed interface MeetingWork {

        record Done(Told told) implements MeetingWork {}

        record Refused(Refusal refusal) implements MeetingWork {}

        record Limited(Duration retryAfter) implements MeetingWork {}
    }

    /// The meeting part must succeed first; only then is the mode another one (MODE-2).
    void switchMode(LiveConnection live, BadgeRequest.SwitchMode change) {
        if (!live.isFenced() && startsMeetingAgain(live, change)) {
            // The meeting may have ended although no answer of the store told this connection.
            // Taken for a repeat, the start would leave the badge talking to nobody.
            leaveIfOver(live);
        }
        // After that question, which may have waited long enough for a takeover.
        if (live.isFenced()) {
            refuse(live, change, Refusal.REPLACED);
            return;
        }
        ConnectionCommand command =
                new ConnectionCommand.SwitchMode(change.action(), change.mode());
        switch (steps.decide(live, command)) {
            case Decision.Rejected<Connection, ConnectionEffect, ConnectionRejection> rejected -> {
                switch (rejected.reason()) {
                    case DISPLACED -> refuse(live, change, Refusal.REPLACED);
                    // Its Close frame is on the way, and nothing can come after that.
                    case CLOSED -> {}
                }
            }
            case Decision.Accepted<Connection, ConnectionEffect, ConnectionRejection> accepted -> {
                switch (meetingWork(live, accepted.effects(), change)) {
                    case MeetingWork.Done(Told told) -> {
                        steps.adopt(live, accepted.next());
                        accepted.effects()
                                .forEach(effect -> steps.act(live, effect, told, change.rid()));
                    }
                    case MeetingWork.Refused(Refusal refusal) -> refuse(live, change, refusal);
                    case MeetingWork.Limited(Duration retryAfter) -> {
                        steps.send(
                                live,
                                new BadgeMessage.JoinLimited(TOO_MANY, retryAfter, change.rid()));
                        steps.command(live, new ConnectionCommand.MessageSeen());
                    }
                }
            }
        }
    }

    /// The badge's meeting takes nothing from this connection any more.
    void leaveIfOver(LiveConnection live) {
        if (isInMeeting(live)
                && !meetings.isRecording(live.identity().device(), live.identity().session())) {
            steps.command(live, new ConnectionCommand.LeaveMeeting());
        }
    }

    private static boolean startsMeetingAgain(LiveConnection live, BadgeRequest.SwitchMode change) {
        return startsMeeting(change) && isInMeeting(live);
    }

    private static boolean startsMeeting(BadgeRequest.SwitchMode change) {
        return change.action() == ModeAction.START && change.mode() == Mode.MEETING;
    }

    private static boolean isInMeeting(LiveConnection live) {
        return live.state() instanceof Connection.Open open && open.mode() == Mode.MEETING;
    }

    private MeetingWork meetingWork(
            LiveConnection live, List<ConnectionEffect> effects, BadgeRequest.SwitchMode change) {
        Optional<ConnectionEffect.MeetingWork> wanted =
                effects.stream()
                        .filter(ConnectionEffect.MeetingWork.class::isInstance)
                        .map(ConnectionEffect.MeetingWork.class::cast)
                        .findFirst();
        if (wanted.isEmpty()) {
            return startsMeeting(change) && !change.company().equals(WithOthers.NOTHING)
                    ? asked(live, change)
                    : new MeetingWork.Done(Told.NOTHING);
        }
        return switch (wanted.get()) {
            case ConnectionEffect.StartMeeting _ -> start(live, change);
            case ConnectionEffect.FinalizeMeeting _ -> end(live, change);
        };
    }

    private MeetingWork start(LiveConnection live, BadgeRequest.SwitchMode change) {
        Connection.Identity identity = live.identity();
        return switch (meetings.start(identity.device(), identity.session(), entrance(change))) {
            case Entry.Entered entered ->
                    new MeetingWork.Done(new Told(entered.resumed(), entered.attending()));
            case Entry.Limited limited -> new MeetingWork.Limited(limited.retryAfter());
            case Entry.Refused refused -> new MeetingWork.Refused(Refusal.of(refused.reason()));
        };
    }

    /// A badge that is in a meeting already asks for its code, or joins it once more.
    private MeetingWork asked(LiveConnection live, BadgeRequest.SwitchMode change) {
        MeetingWork work = start(live, change);
        return work instanceof MeetingWork.Done(Told told)
                ? new MeetingWork.Done(new Told(false, told.attending()))
                : work;
    }

    private static Entrance entrance(BadgeRequest.SwitchMode change) {
        return switch (change.company()) {
            case WithOthers.Nothing _, WithOthers.Leave _ -> Entrance.OWN;
            case WithOthers.Invite _ -> new Entrance.Own(true);
            case WithOthers.JoinByCode(var code) -> new Entrance.ByCode(code);
            case WithOthers.JoinById(var meeting) -> new Entrance.ById(meeting);
        };
    }

    private MeetingWork end(LiveConnection live, BadgeRequest.SwitchMode change) {
        boolean leaving = change.company() instanceof WithOthers.Leave;
        Meetings.Outcome outcome =
                meetings.end(ConnectionSteps.requester(live, change.rid()), leaving);
        return switch (outcome) {
            // Without a meeting there is nothing to end, and the mode may change.
            case DONE, ENDED, NO_MEETING, NOT_ATTACHED, FULL -> new MeetingWork.Done(Told.NOTHING);
            case LEFT -> new MeetingWork.Done(new Told(false, Optional.of(Attending.LEFT)));
            case REPLACED -> new MeetingWork.Refused(Refusal.REPLACED);
            case BUSY -> new MeetingWork.Refused(Refusal.of(Entry.Reason.BUSY));
            case FAILED -> new MeetingWork.Refused(Refusal.of(Entry.Reason.FAILED));
        };
    }

    private void refuse(LiveConnection live, BadgeRequest.SwitchMode change, Refusal refusal) {
        String state = change.action().name().toLowerCase(Locale.ROOT);
        steps.send(live, refusal.of("mode", state, change.rid()));
        steps.command(live, new ConnectionCommand.MessageSeen());
    }
}
