package dev.supie.application.meeting;

import dev.supie.application.connection.port.Rid;
import dev.supie.application.meeting.Entry.Reason;
import dev.supie.application.meeting.port.StoreException;
import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.kernel.SessionId;
import dev.supie.domain.meeting.Meeting;
import dev.supie.domain.meeting.MeetingCommand;
import dev.supie.domain.meeting.MeetingId;
import dev.supie.domain.meeting.Origin;
import dev.supie.domain.meeting.SnippetInput;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Meetings, one turn at a time for those that one badge has started.
final class MeetingService implements Meetings {

    private static final System.Logger LOG = System.getLogger(MeetingService.class.getName());

    /// Meetings of one badge whose minutes are still being written; then it has to wait.
    static final int UNFINISHED_MAX = 8;

    private final MeetingTurns turns;
    private final LiveMeetings live;
    private final Presence presence;
    private final MeetingDesk desk;
    private final MeetingShelf shelf;
    private final MeetingSteps steps;
    private final Entrances entrances;
    private final Arrivals arrivals;
    private final MeetingClockwork clockwork;
    private final Supplier<MeetingId> freshIds;

    MeetingService(
            MeetingDesk desk,
            MeetingEffects effects,
            MeetingClockwork clockwork,
            Entrances.Admittance admittance,
            Supplier<MeetingId> freshIds) {
        this.desk = desk;
        this.presence = effects.presence();
        this.clockwork = clockwork;
        this.turns = new MeetingTurns(clockwork);
        this.live = new LiveMeetings(admittance.codes());
        this.shelf = new MeetingShelf(live, desk, effects, clockwork, turns);
        this.steps = shelf.steps();
        this.entrances = new Entrances(live, steps, turns, presence, admittance);
        this.arrivals = new Arrivals(live, desk, shelf, turns, clockwork, presence);
        this.freshIds = freshIds;
    }

    @Override
    public void arrived(DeviceId device, SessionId session) {
        presence.came(device, session);
    }

    @Override
    public Entry start(DeviceId device, SessionId session, Entrance how) {
        return switch (how) {
            case Entrance.Own own -> ownOrBack(device, session, own.inviting());
            case Entrance.ByCode byCode -> entrances.byCode(device, session, byCode.code());
            case Entrance.ById byId -> entrances.byId(device, session, byId);
        };
    }

    private Entry ownOrBack(DeviceId device, SessionId session, boolean inviting) {
        if (inviting && entrances.isGuest(device, session)) {
            return Entrances.refused(Reason.NOT_YOURS);
        }
        return (inviting ? Optional.<Entry>empty() : entrances.back(device, session))
                .or(() -> entrances.giveUpOthers(device, session, Optional.empty()))
                .orElseGet(() -> own(device, session, inviting));
    }

    private Entry own(DeviceId device, SessionId session, boolean inviting) {
        return turns.take(
                device,
                () ->
                        presence.isThere(device, session)
                                ? startOrResume(device, session, inviting)
                                : Entrances.refused(Reason.REPLACED),
                Entrances.refused(Reason.BUSY),
                Entrances.refused(Reason.FAILED));
    }

    private Entry startOrResume(DeviceId device, SessionId session, boolean inviting) {
        Optional<LiveMeeting> latest = live.latestOf(device);
        if (latest.isPresent()) {
            // The resume window may be over although its alarm has not come yet.
            Outcome now = steps.step(latest.get(), new MeetingCommand.DeadlineReached());
            if (now == Outcome.FAILED) {
                return Entrances.refused(Reason.FAILED);
            }
            if (now == Outcome.DONE && latest.get().meeting() instanceof Meeting.Recording) {
                Outcome resumed = steps.step(latest.get(), new MeetingCommand.Resume(session));
                return opened(latest.get(), resumed, true, inviting);
            }
        }
        if (live.of(device).size() >= UNFINISHED_MAX) {
            return Entrances.refused(Reason.BUSY);
        }
        Origin origin = new Origin(freshIds.get(), device, clockwork.now());
        LiveMeeting meeting = shelf.adopt(desk.decider().start(origin, session), 0);
        return opened(meeting, steps.first(meeting), false, inviting);
    }

    private Entry opened(LiveMeeting meeting, Outcome outcome, boolean resumed, boolean inviting) {
        return switch (outcome) {
            case DONE ->
                    inviting
                            ? entrances.invite(meeting, resumed)
                            : new Entry.Entered(resumed, Optional.empty());
            case BUSY -> Entrances.refused(Reason.BUSY);
            case ENDED, LEFT, FULL, NO_MEETING, NOT_ATTACHED, REPLACED, FAILED ->
                    Entrances.refused(Reason.FAILED);
        };
    }

    @Override
    public Outcome addSnippets(Requester from, List<SnippetInput> items) {
        MeetingCommand command = new MeetingCommand.AddSnippets(from.session(), items);
        Optional<Origin> joined = joined(from.device());
        return write(from, joined, () -> inMemory(from.device(), joined), command);
    }

    /// Not fenced: the rules of the meeting see whether it was said in it.
    @Override
    public Outcome addSpeech(DeviceId device, SessionId session, Instant since, String text) {
        SnippetInput said = new SnippetInput(SnippetInput.SPEECH, text, device.value());
        Optional<Origin> joined = joined(device);
        MeetingCommand command =
                new MeetingCommand.AddSpeech(joined.map(_ -> device), session, since, said);
        Optional<Requester> from = Optional.of(new Requester(device, session, Rid.NONE));
        return turns.take(
                ownerOf(joined, device),
                () ->
                        inMemory(device, joined)
                                .map(meeting -> steps.step(meeting, command, from))
                                .orElse(Outcome.NO_MEETING),
                Outcome.BUSY,
                Outcome.FAILED);
    }

    @Override
    public Outcome end(Requester from, boolean leaving) {
        Optional<Origin> joined = joined(from.device());
        if (joined.isEmpty() && !leaving) {
            return finish(from);
        }
        MeetingCommand leave = new MeetingCommand.Leave(from.session());
        Outcome outcome = write(from, joined, () -> inMemory(from.device(), joined), leave);
        return outcome == Outcome.DONE ? Outcome.LEFT : outcome;
    }

    @Override
    public Outcome finish(Requester from) {
        DeviceId device = from.device();
        Optional<Origin> joined;
        try {
            joined = joined(device).or(() -> stored(device));
        } catch (StoreException failure) {
            turns.failed(device, failure);
            return Outcome.FAILED;
        }
        MeetingCommand command = new MeetingCommand.Finish(joined.map(_ -> device), from.session());
        return write(
                from,
                joined,
                () ->
                        joined.isEmpty()
                                ? latestOf(device)
                                : shelf.find(joined.get().device(), joined.get().id()),
                command);
    }

    /// DUP-2: who may write is asked when the turn has come, because a newer connection may have
    /// taken over while this request was on its way.
    private Outcome write(
            Requester from,
            Optional<Origin> joined,
            Supplier<Optional<LiveMeeting>> which,
            MeetingCommand command) {
        return turns.take(
                ownerOf(joined, from.device()),
                () ->
                        presence.isThere(from.device(), from.session())
                                ? which.get()
                                        .map(
                                                meeting ->
                                                        steps.step(
                                                                meeting,
                                                                command,
                                                                Optional.of(from)))
                                        .orElse(Outcome.NO_MEETING)
                                : Outcome.REPLACED,
                Outcome.BUSY,
                Outcome.FAILED);
    }

    @Override
    public boolean isRecording(DeviceId device, SessionId session) {
        Optional<Origin> joined = joined(device);
        return turns.take(
                ownerOf(joined, device),
                () ->
                        inMemory(device, joined)
                                .map(meeting -> steps.takesPart(meeting, session))
                                .orElse(false),
                true,
                true);
    }

    @Override
    public void returned(DeviceId device, SessionId session) {
        arrivals.returned(device, session);
    }

    @Override
    public void left(DeviceId device, SessionId session) {
        arrivals.left(device, session);
    }

    @Override
    public List<RunningMeeting> running() {
        return live.running();
    }

    @Override
    public void recover() {
        List<MeetingId> unfinished = desk.unfinished();
        for (MeetingId id : unfinished) {
            try {
                desk.load(id, 0, clockwork.now()).ifPresent(this::goOn);
            } catch (StoreException damaged) {
                // One meeting that cannot be read must not keep all others from starting.
                LOG.log(System.Logger.Level.ERROR, "meeting " + id + " is unreadable", damaged);
            }
        }
        if (!unfinished.isEmpty()) {
            LOG.log(System.Logger.Level.INFO, "went on with {0} meetings", unfinished.size());
        }
    }

    private void goOn(MeetingDesk.Restored restored) {
        turns.insist(
                restored.meeting().origin().device(),
                () ->
                        steps.step(
                                shelf.adopt(restored.meeting(), restored.version()),
                                new MeetingCommand.DeadlineReached()));
    }

    /// The meeting of another badge in which this one is; empty if it is in its own, or in none.
    private Optional<Origin> joined(DeviceId device) {
        return live.whereIs(device).filter(origin -> !origin.device().equals(device));
    }

    /// The same of one that is over, and that memory has forgotten.
    private Optional<Origin> stored(DeviceId device) {
        return live.of(device).isEmpty()
                ? desk.latestOf(device).filter(origin -> !origin.device().equals(device))
                : Optional.empty();
    }

    private static DeviceId ownerOf(Optional<Origin> joined, DeviceId device) {
        return joined.map(Origin::device).orElse(device);
    }

    private Optional<LiveMeeting> inMemory(DeviceId device, Optional<Origin> joined) {
        return joined.isEmpty()
                ? live.latestOf(device)
                : live.find(joined.get().device(), joined.get().id());
    }

    /// The badge's latest meeting, from memory or, once it is over, from the store.
    private Optional<LiveMeeting> latestOf(DeviceId device) {
        Optional<LiveMeeting> latest = live.latestOf(device);
        return latest.isPresent()
                ? latest
                : desk.latestOf(device)
                        .filter(origin -> origin.device().equals(device))
                        .flatMap(origin -> shelf.find(device, origin.id()));
    }
}
