package dev.supie.application.meeting;

import dev.supie.application.connection.port.Attending;
import dev.supie.application.meeting.Entry.Reason;
import dev.supie.application.meeting.Meetings.Outcome;
import dev.supie.application.meeting.port.Colleagues;
import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.kernel.SessionId;
import dev.supie.domain.meeting.JoinCode;
import dev.supie.domain.meeting.MeetingCommand;
import dev.supie.domain.meeting.Origin;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/// How badges come into meetings that others have started, and call others into their own.
final class Entrances {

    private final LiveMeetings live;
    private final MeetingSteps steps;
    private final MeetingTurns turns;
    private final Presence presence;
    private final Admittance admittance;

    Entrances(
            LiveMeetings live,
            MeetingSteps steps,
            MeetingTurns turns,
            Presence presence,
            Admittance admittance) {
        this.live = live;
        this.steps = steps;
        this.turns = turns;
        this.presence = presence;
        this.admittance = admittance;
    }

    /// What opens a meeting to others.
    record Admittance(JoinCodes codes, JoinAttempts attempts, Colleagues colleagues) {}

    Entry byCode(DeviceId device, SessionId session, JoinCode code) {
        return join(device, session, Optional.of(code), () -> admittance.codes().find(code));
    }

    Entry byId(DeviceId device, SessionId session, Entrance.ById how) {
        return join(
                device,
                session,
                Optional.empty(),
                () -> live.origin(how.meeting()).filter(origin -> isOpenTo(origin, device)));
    }

    private boolean isOpenTo(Origin origin, DeviceId device) {
        return origin.device().equals(device)
                || admittance.colleagues().areTogether(origin.device(), device);
    }

    private Entry join(
            DeviceId device,
            SessionId session,
            Optional<JoinCode> shown,
            Supplier<Optional<Origin>> which) {
        Optional<Duration> wait = admittance.attempts().begin(device);
        if (wait.isPresent()) {
            return new Entry.Limited(wait.get());
        }
        Entry entry =
                which.get()
                        .map(origin -> join(origin, device, session, shown))
                        .orElseGet(() -> refused(Reason.UNKNOWN));
        if (!entry.equals(refused(Reason.UNKNOWN))) {
            admittance.attempts().succeeded(device);
        }
        return entry;
    }

    private Entry join(
            Origin origin, DeviceId device, SessionId session, Optional<JoinCode> shown) {
        return isElsewhere(device, session, origin)
                ? refused(Reason.ELSEWHERE)
                : giveUpOthers(device, session, Optional.of(origin))
                        .orElseGet(() -> joined(origin, device, session, shown));
    }

    /// Whoever goes into one meeting has left those of others in which it was before, or it would
    /// not be known where it is. Empty if that is done.
    Optional<Entry> giveUpOthers(DeviceId device, SessionId session, Optional<Origin> but) {
        return live.seats(device).stream()
                .filter(seat -> seat.runs() && !seat.left())
                .map(LiveMeetings.Seat::origin)
                .filter(origin -> !but.equals(Optional.of(origin)))
                .map(origin -> giveUp(origin, device, session))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<Entry> giveUp(Origin origin, DeviceId device, SessionId session) {
        MeetingCommand command = new MeetingCommand.GiveUp(device);
        Outcome outcome =
                turns.take(
                        origin.device(),
                        () ->
                                presence.isThere(device, session)
                                        ? live.find(origin.device(), origin.id())
                                                .map(meeting -> steps.step(meeting, command))
                                                .orElse(Outcome.NO_MEETING)
                                        : Outcome.REPLACED,
                        Outcome.BUSY,
                        Outcome.FAILED);
        return switch (outcome) {
            case DONE, ENDED, LEFT, NO_MEETING, NOT_ATTACHED, FULL -> Optional.empty();
            case REPLACED -> Optional.of(refused(Reason.REPLACED));
            case BUSY -> Optional.of(refused(Reason.BUSY));
            case FAILED -> Optional.of(refused(Reason.FAILED));
        };
    }

    private Entry joined(
            Origin origin, DeviceId device, SessionId session, Optional<JoinCode> shown) {
        MeetingCommand join = new MeetingCommand.Join(device, session, shown);
        Optional<Attending> attending =
                origin.asGuest(device).map(_ -> Attending.guest(origin.id()));
        return turns.take(
                origin.device(),
                () ->
                        presence.isThere(device, session)
                                ? entered(
                                        origin,
                                        join,
                                        new Entry.Entered(attending.isEmpty(), attending))
                                : refused(Reason.REPLACED),
                refused(Reason.BUSY),
                refused(Reason.FAILED));
    }

    private Entry entered(Origin origin, MeetingCommand command, Entry done) {
        return live.find(origin.device(), origin.id())
                .map(meeting -> entered(meeting, command, done))
                .orElseGet(() -> refused(Reason.UNKNOWN));
    }

    /// The resume window may be over although its alarm has not come yet.
    private Entry entered(LiveMeeting meeting, MeetingCommand command, Entry done) {
        Outcome now = steps.step(meeting, new MeetingCommand.DeadlineReached());
        Outcome outcome = now == Outcome.DONE ? steps.step(meeting, command) : now;
        return switch (outcome) {
            case DONE -> done;
            case ENDED, NO_MEETING, NOT_ATTACHED, LEFT -> refused(Reason.UNKNOWN);
            case FULL -> refused(Reason.FULL);
            case REPLACED -> refused(Reason.REPLACED);
            case BUSY -> refused(Reason.BUSY);
            case FAILED -> refused(Reason.FAILED);
        };
    }

    /// A guest that was cut off comes back by what brings any badge back (MTG-9). Empty if this
    /// badge is no guest, or its time is over.
    Optional<Entry> back(DeviceId device, SessionId session) {
        return live.whereIs(device)
                .filter(origin -> !origin.device().equals(device))
                .map(origin -> back(origin, device, session))
                .filter(entry -> !entry.equals(refused(Reason.UNKNOWN)));
    }

    private Entry back(Origin origin, DeviceId device, SessionId session) {
        Attending attending = Attending.guest(origin.id());
        return turns.take(
                origin.device(),
                () ->
                        presence.isThere(device, session)
                                ? entered(
                                        origin,
                                        new MeetingCommand.Rejoin(device, session),
                                        new Entry.Entered(true, Optional.of(attending)))
                                : refused(Reason.REPLACED),
                refused(Reason.BUSY),
                refused(Reason.FAILED));
    }

    /// Whether the badge takes part, through this connection, in another running meeting than this.
    private boolean isElsewhere(DeviceId device, SessionId session, Origin than) {
        return live.whereIs(device)
                .filter(origin -> !origin.equals(than))
                .map(origin -> takesPart(origin, session))
                .orElse(false);
    }

    /// Whether the badge is a guest right now.
    boolean isGuest(DeviceId device, SessionId session) {
        return live.whereIs(device)
                .filter(origin -> !origin.device().equals(device))
                .map(origin -> takesPart(origin, session))
                .orElse(false);
    }

    /// While that cannot be found out, yes.
    private boolean takesPart(Origin origin, SessionId session) {
        return turns.take(
                origin.device(),
                () ->
                        live.find(origin.device(), origin.id())
                                .map(meeting -> steps.takesPart(meeting, session))
                                .orElse(false),
                true,
                true);
    }

    /// In the turn of the badge that has started the meeting.
    Entry invite(LiveMeeting meeting, boolean resumed) {
        Origin origin = meeting.origin();
        Optional<JoinCode> fresh = admittance.codes().reserve(origin);
        if (fresh.isEmpty()) {
            return refused(Reason.BUSY);
        }
        return switch (steps.step(meeting, new MeetingCommand.Invite(fresh.get()))) {
            case DONE ->
                    new Entry.Entered(
                            resumed,
                            Optional.of(
                                    Attending.owner(
                                            origin.id(), meeting.meeting().company().code())));
            case BUSY -> refused(Reason.BUSY);
            case ENDED, NO_MEETING, NOT_ATTACHED, FULL, LEFT, REPLACED, FAILED ->
                    refused(Reason.FAILED);
        };
    }

    static Entry refused(Reason reason) {
        return new Entry.Refused(reason);
    }
}
