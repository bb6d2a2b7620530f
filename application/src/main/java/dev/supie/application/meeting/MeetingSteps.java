package dev.supie.application.meeting;

import dev.supie.application.meeting.Meetings.Outcome;
import dev.supie.application.meeting.port.StoreException;
import dev.supie.application.runtime.Backoff;
import dev.supie.application.runtime.FailureLog;
import dev.supie.domain.kernel.Decision;
import dev.supie.domain.kernel.SessionId;
import dev.supie.domain.meeting.Meeting;
import dev.supie.domain.meeting.MeetingCommand;
import dev.supie.domain.meeting.MeetingDecider;
import dev.supie.domain.meeting.MeetingEffect;
import dev.supie.domain.meeting.MeetingRejection;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/// One step of a meeting: decide, store, act, set the alarm. Only for whoever has the turn of the
/// meeting's badge.
final class MeetingSteps {

    private static final System.Logger LOG = System.getLogger(MeetingSteps.class.getName());

    private final LiveMeetings live;
    private final MeetingDesk desk;
    private final MeetingEffects effects;
    private final MeetingClockwork clockwork;
    private final Presence presence;
    private final BiConsumer<LiveMeeting, MeetingCommand> feedback;
    private final FailureLog storeFailures;
    private final FailureLog bugs;

    /// @param feedback brings a command to a meeting later, on another thread
    MeetingSteps(
            LiveMeetings live,
            MeetingDesk desk,
            MeetingEffects effects,
            MeetingClockwork clockwork,
            Presence presence,
            BiConsumer<LiveMeeting, MeetingCommand> feedback) {
        this.live = live;
        this.desk = desk;
        this.effects = effects;
        this.clockwork = clockwork;
        this.presence = presence;
        this.feedback = feedback;
        this.storeFailures = new FailureLog(LOG, clockwork.time());
        this.bugs = new FailureLog(LOG, clockwork.time());
    }

    Outcome step(LiveMeeting meeting, MeetingCommand command) {
        return step(meeting, command, Optional.empty());
    }

    /// Stores a meeting that has just been started. If that fails nobody knows whether it exists;
    /// the next step asks the store.
    Outcome first(LiveMeeting meeting) {
        return guarded(
                meeting,
                () -> {
                    Instant now = clockwork.now();
                    long version = desk.save(meeting.meeting(), 0, List.of(), now);
                    meeting.became(meeting.meeting(), version);
                    meeting.wakeup().by(desk.decider().deadline(meeting.meeting()));
                    return Outcome.DONE;
                });
    }

    /// @param from who gets the answers
    Outcome step(LiveMeeting meeting, MeetingCommand command, Optional<Requester> from) {
        return guarded(
                meeting,
                () -> {
                    if (!meeting.isTrusted() && !reload(meeting)) {
                        return Outcome.NO_MEETING;
                    }
                    Outcome outcome = decided(meeting, command, from);
                    forgetIfOver(meeting);
                    return outcome;
                });
    }

    /// Whether the meeting takes snippets from this connection; looked at after a step, because a
    /// meeting whose store has failed has to ask it what is true. While it cannot, yes.
    boolean takesPart(LiveMeeting meeting, SessionId session) {
        Outcome now = step(meeting, new MeetingCommand.DeadlineReached());
        return now == Outcome.FAILED
                || (now == Outcome.DONE
                        && meeting.meeting() instanceof Meeting.Recording recording
                        && recording.company().isBy(session));
    }

    private Outcome guarded(LiveMeeting meeting, Supplier<Outcome> work) {
        try {
            return work.get();
        } catch (StoreException failure) {
            storeFailures.error("meeting " + meeting.origin().id() + ": store failed", failure);
            return failed(meeting);
        } catch (RuntimeException bug) {
            // Whatever it is, it must not stop this meeting's clock: nobody else would wind it.
            bugs.error("meeting " + meeting.origin().id() + ": a step failed", bug);
            return failed(meeting);
        }
    }

    /// It is looked at again by itself; whatever its badge asks meanwhile does not wait for that.
    private Outcome failed(LiveMeeting meeting) {
        meeting.distrust();
        meeting.wakeup().cancel();
        Instant again = clockwork.now().plus(Backoff.after(meeting.failures()));
        meeting.wakeup().by(Optional.of(again));
        return Outcome.FAILED;
    }

    private Outcome decided(LiveMeeting live, MeetingCommand command, Optional<Requester> from) {
        Instant now = clockwork.now();
        MeetingDecider decider = desk.decider();
        return switch (decider.decide(live.meeting(), command, now)) {
            case Decision.Rejected<Meeting, MeetingEffect, MeetingRejection> rejected ->
                    outcomeOf(rejected.reason());
            case Decision.Accepted<Meeting, MeetingEffect, MeetingRejection> accepted -> {
                store(live, accepted, now);
                live.wakeup().by(decider.deadline(live.meeting()));
                act(live, accepted.effects(), from);
                yield live.meeting() instanceof Meeting.Recording ? Outcome.DONE : Outcome.ENDED;
            }
        };
    }

    /// A decision that hands the same object back has changed nothing, and costs no write.
    @SuppressWarnings("ReferenceEquality")
    private void store(
            LiveMeeting live,
            Decision.Accepted<Meeting, MeetingEffect, MeetingRejection> accepted,
            Instant now) {
        List<MeetingEffect.Store> stores =
                accepted.effects().stream()
                        .filter(MeetingEffect.Store.class::isInstance)
                        .map(MeetingEffect.Store.class::cast)
                        .toList();
        if (accepted.next() != live.meeting() || !stores.isEmpty()) {
            live.became(accepted.next(), desk.save(accepted.next(), live.version(), stores, now));
            this.live.noted(live);
        }
    }

    private void act(LiveMeeting live, List<MeetingEffect> wanted, Optional<Requester> from) {
        MeetingEffects.Context context =
                new MeetingEffects.Context(
                        live.meeting(),
                        from,
                        desk.settings().get(),
                        command -> feedback.accept(live, command));
        wanted.forEach(effect -> effects.run(effect, context));
    }

    private static Outcome outcomeOf(MeetingRejection reason) {
        return switch (reason) {
            case NOT_RECORDING, NOT_INVITED -> Outcome.NO_MEETING;
            case NOT_ATTACHED -> Outcome.NOT_ATTACHED;
            case FULL -> Outcome.FULL;
            // Nobody waits for the outcome of an answer that came too late.
            case STALE_DRAFT -> Outcome.DONE;
        };
    }

    /// Asks the store what really happened, and lets the badges that are still there take part in
    /// whatever that is. False if the store has no such meeting.
    private boolean reload(LiveMeeting meeting) {
        Meeting before = meeting.meeting();
        long tickets = before.material().digest().tickets();
        Optional<MeetingDesk.Restored> stored =
                desk.load(meeting.origin().id(), tickets, clockwork.now());
        if (stored.isEmpty()) {
            live.remove(meeting);
            return false;
        }
        meeting.became(stored.get().meeting(), stored.get().version());
        live.noted(meeting);
        meeting.wakeup().cancel();
        List<MeetingCommand> returning =
                new Returning(presence).to(meeting.meeting(), meeting.lastTrusted());
        returning.forEach(command -> decided(meeting, command, Optional.empty()));
        // Once: also of a meeting that was stored as over by a save that seemed to fail.
        if (!(before instanceof Meeting.Finalized)
                && meeting.meeting() instanceof Meeting.Finalized) {
            act(meeting, List.of(new MeetingEffect.EndFinalizing()), Optional.empty());
        }
        decided(meeting, new MeetingCommand.DeadlineReached(), Optional.empty());
        meeting.trust();
        return true;
    }

    /// A summary on its way to a badge keeps its meeting in memory until it is written or the badge
    /// is gone; everything else that has ended is found in the store.
    private void forgetIfOver(LiveMeeting meeting) {
        if (meeting.meeting() instanceof Meeting.Finalized finalized && !finalized.isAwaited()) {
            live.remove(meeting);
        }
    }
}
