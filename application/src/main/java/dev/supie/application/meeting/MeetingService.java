package dev.supie.application.meeting;

import dev.supie.application.connection.port.Rid;
import dev.supie.application.meeting.port.StoreException;
import dev.supie.application.runtime.Backoff;
import dev.supie.application.runtime.FailureLog;
import dev.supie.application.runtime.Turns;
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

/// Meetings, one badge's turn at a time.
final class MeetingService implements Meetings {

    private static final System.Logger LOG = System.getLogger(MeetingService.class.getName());

    /// Meetings of one badge whose minutes are still being written; then it has to wait.
    static final int UNFINISHED_MAX = 8;

    private final Turns<DeviceId> turns = new Turns<>();
    private final LiveMeetings live = new LiveMeetings();
    private final Presence presence;
    private final MeetingDesk desk;
    private final MeetingSteps steps;
    private final MeetingClockwork clockwork;
    private final Supplier<MeetingId> freshIds;
    private final FailureLog storeFailures;

    MeetingService(
            MeetingDesk desk,
            MeetingEffects effects,
            MeetingClockwork clockwork,
            Presence presence,
            Supplier<MeetingId> freshIds) {
        this.desk = desk;
        this.presence = presence;
        this.steps = new MeetingSteps(live, desk, effects, clockwork, presence, this::later);
        this.clockwork = clockwork;
        this.freshIds = freshIds;
        this.storeFailures = new FailureLog(LOG, clockwork.time());
    }

    @Override
    public void arrived(DeviceId device, SessionId session) {
        presence.came(device, session);
    }

    @Override
    public Start start(DeviceId device, SessionId session) {
        return inTurn(
                device,
                () ->
                        presence.isThere(device, session)
                                ? startOrResume(device, session)
                                : Start.REPLACED,
                Start.BUSY,
                Start.FAILED);
    }

    @Override
    public Outcome addSnippets(Requester from, List<SnippetInput> items) {
        MeetingCommand command = new MeetingCommand.AddSnippets(from.session(), items);
        return write(from, () -> live.latestOf(from.device()), command);
    }

    /// Not fenced: the rules of the meeting see whether it was said in it.
    @Override
    public Outcome addSpeech(DeviceId device, SessionId session, Instant since, String text) {
        SnippetInput said = new SnippetInput(SnippetInput.SPEECH, text, device.value());
        MeetingCommand command = new MeetingCommand.AddSpeech(session, since, said);
        Optional<Requester> from = Optional.of(new Requester(device, session, Rid.NONE));
        return inTurn(
                device,
                () ->
                        live.latestOf(device)
                                .map(meeting -> steps.step(meeting, command, from))
                                .orElse(Outcome.NO_MEETING),
                Outcome.BUSY,
                Outcome.FAILED);
    }

    @Override
    public Outcome finish(Requester from) {
        MeetingCommand command = new MeetingCommand.Finish(from.session());
        return write(from, () -> latestOf(from.device()), command);
    }

    /// DUP-2: who may write is asked when the turn has come, because a newer connection may have
    /// taken over while this request was on its way.
    private Outcome write(
            Requester from, Supplier<Optional<LiveMeeting>> which, MeetingCommand command) {
        return inTurn(
                from.device(),
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
        return inTurn(
                device,
                () ->
                        live.latestOf(device)
                                .map(meeting -> isRecording(meeting, session))
                                .orElse(false),
                true,
                true);
    }

    /// After a step, because a meeting whose store has failed has to ask it what is true.
    private boolean isRecording(LiveMeeting latest, SessionId session) {
        Outcome now = steps.step(latest, new MeetingCommand.DeadlineReached());
        return now == Outcome.FAILED
                || (now == Outcome.DONE
                        && latest.meeting() instanceof Meeting.Recording recording
                        && recording.attachment().isBy(session));
    }

    @Override
    public void returned(DeviceId device, SessionId session) {
        insist(device, () -> deliverTo(device, session));
    }

    @Override
    public void left(DeviceId device, SessionId session) {
        presence.went(device, session);
        insist(
                device,
                () ->
                        live.of(device)
                                .forEach(
                                        meeting ->
                                                steps.step(
                                                        meeting,
                                                        new MeetingCommand.Detach(session))));
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
        DeviceId device = restored.meeting().origin().device();
        insist(
                device,
                () ->
                        steps.step(
                                adopt(restored.meeting(), restored.version()),
                                new MeetingCommand.DeadlineReached()));
    }

    private Start startOrResume(DeviceId device, SessionId session) {
        Optional<LiveMeeting> latest = live.latestOf(device);
        if (latest.isPresent()) {
            // The resume window may be over although its alarm has not come yet.
            Outcome now = steps.step(latest.get(), new MeetingCommand.DeadlineReached());
            if (now == Outcome.FAILED) {
                return Start.FAILED;
            }
            if (now == Outcome.DONE && latest.get().meeting() instanceof Meeting.Recording) {
                return switch (steps.step(latest.get(), new MeetingCommand.Resume(session))) {
                    case DONE -> Start.RESUMED;
                    case BUSY -> Start.BUSY;
                    case ENDED, NO_MEETING, NOT_ATTACHED, REPLACED, FAILED -> Start.FAILED;
                };
            }
        }
        return begin(device, session);
    }

    private Start begin(DeviceId device, SessionId session) {
        if (live.of(device).size() >= UNFINISHED_MAX) {
            return Start.BUSY;
        }
        Origin origin = new Origin(freshIds.get(), device, clockwork.now());
        LiveMeeting meeting = adopt(desk.decider().start(origin, session), 0);
        return switch (steps.first(meeting)) {
            case DONE -> Start.STARTED;
            case ENDED, NO_MEETING, NOT_ATTACHED, REPLACED, BUSY, FAILED -> Start.FAILED;
        };
    }

    private void deliverTo(DeviceId device, SessionId session) {
        if (!presence.isThere(device, session)) {
            return;
        }
        MeetingCommand command = new MeetingCommand.BadgeReturned(session);
        live.of(device).forEach(meeting -> steps.step(meeting, command));
        for (MeetingDesk.Restored waiting : desk.undelivered(device, clockwork.now())) {
            if (live.find(device, waiting.meeting().origin().id()).isEmpty()) {
                steps.step(adopt(waiting.meeting(), waiting.version()), command);
            }
        }
    }

    private LiveMeeting adopt(Meeting meeting, long version) {
        DeviceId device = meeting.origin().device();
        MeetingId id = meeting.origin().id();
        LiveMeeting adopted =
                new LiveMeeting(meeting, version, clockwork.wakeup(() -> wake(device, id)));
        live.add(adopted);
        return adopted;
    }

    /// The badge's latest meeting, from memory or, once it is over, from the store.
    private Optional<LiveMeeting> latestOf(DeviceId device) {
        Optional<LiveMeeting> latest = live.latestOf(device);
        return latest.isPresent() ? latest : desk.latestOf(device).flatMap(id -> find(device, id));
    }

    private Optional<LiveMeeting> find(DeviceId device, MeetingId id) {
        Optional<LiveMeeting> known = live.find(device, id);
        return known.isPresent()
                ? known
                : desk.load(id, 0, clockwork.now())
                        .map(stored -> adopt(stored.meeting(), stored.version()));
    }

    private void wake(DeviceId device, MeetingId id) {
        insist(
                device,
                () ->
                        live.find(device, id)
                                .ifPresent(
                                        meeting -> {
                                            meeting.wakeup().fired();
                                            steps.step(
                                                    meeting, new MeetingCommand.DeadlineReached());
                                        }));
    }

    private void later(LiveMeeting meeting, MeetingCommand command) {
        Origin origin = meeting.origin();
        clockwork
                .background()
                .execute(
                        () ->
                                insist(
                                        origin.device(),
                                        () ->
                                                find(origin.device(), origin.id())
                                                        .ifPresent(
                                                                found ->
                                                                        steps.step(
                                                                                found, command))));
    }

    private <T> T inTurn(DeviceId device, Supplier<T> work, T whenBusy, T whenFailed) {
        try {
            return switch (turns.take(device, work)) {
                case Turns.Turn.Done<T> done -> done.result();
                case Turns.Turn.Busy<T> _ -> whenBusy;
            };
        } catch (StoreException failure) {
            storeFailures.error("badge " + device + ": the store failed", failure);
            return whenFailed;
        }
    }

    /// For what nobody would repeat: tried again until there is a turn and the store answers.
    private void insist(DeviceId device, Runnable work) {
        insist(device, work, 1);
    }

    private void insist(DeviceId device, Runnable work, int attempt) {
        boolean done =
                inTurn(
                        device,
                        () -> {
                            work.run();
                            return true;
                        },
                        false,
                        false);
        if (!done) {
            clockwork.after(Backoff.after(attempt), () -> insist(device, work, attempt + 1));
        }
    }
}
