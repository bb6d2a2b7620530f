package dev.supie.domain.meeting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.domain.kernel.Decision;
import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.meeting.MeetingEffect.RequestDraft;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Plays a whole meeting by virtual time: an honest store, alarms that fire when they are due, and
/// a summarizer that quotes every segment it is given. Checks the machine after every step.
final class MeetingPlay {

    /// More steps at one moment than this mean that the machine spins.
    private static final int STEPS_AT_ONCE_MAX = 20;

    private final MeetingDecider decider = MeetingExamples.DECIDER;
    private final List<MeetingEffect> effects = new ArrayList<>();
    private final List<Snippet> snippets = new ArrayList<>();
    private final List<Segment> segments = new ArrayList<>();
    private final Map<DeviceId, Joined> joined = new HashMap<>();
    private final Deque<RequestDraft> requests = new ArrayDeque<>();
    private final List<Window> folded = new ArrayList<>();
    private Meeting meeting = MeetingExamples.fresh();
    private Instant now = MeetingExamples.START;

    Meeting meeting() {
        return meeting;
    }

    Instant now() {
        return now;
    }

    List<Snippet> snippets() {
        return snippets;
    }

    List<Segment> segments() {
        return segments;
    }

    /// The windows that became part of the notes or minutes, in order.
    List<Window> folded() {
        return folded;
    }

    <T extends MeetingEffect> List<T> effects(Class<T> kind) {
        return effects.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /// The request that waits for an answer.
    Optional<RequestDraft> request() {
        return Optional.ofNullable(requests.peekLast());
    }

    void send(MeetingCommand command) {
        Decision<Meeting, MeetingEffect, MeetingRejection> decision =
                decider.decide(meeting, command, now);
        assertEquals(decision, decider.decide(meeting, command, now), "the same gives the same");
        switch (decision) {
            case Decision.Rejected<Meeting, MeetingEffect, MeetingRejection> _ -> {}
            case Decision.Accepted<Meeting, MeetingEffect, MeetingRejection> accepted ->
                    accept(accepted);
        }
    }

    private void accept(Decision.Accepted<Meeting, MeetingEffect, MeetingRejection> accepted) {
        Transcript before = meeting.material().transcript();
        Drafting drafting = meeting.material().digest().drafting();
        meeting = accepted.next();
        for (MeetingEffect effect : accepted.effects()) {
            switch (effect) {
                case MeetingEffect.StoreSnippets store -> snippets.addAll(store.snippets());
                case MeetingEffect.StoreSegments store -> segments.addAll(store.segments());
                case MeetingEffect.StoreJoined store ->
                        joined.put(store.joined().device(), store.joined());
                case RequestDraft request -> requests.add(request);
                case MeetingEffect.AnswerSnippets _,
                        MeetingEffect.AnswerFinalize _,
                        MeetingEffect.AnswerSummary _,
                        MeetingEffect.ShowTranscript _,
                        MeetingEffect.ShowProgress _,
                        MeetingEffect.ShowCheckpoint _,
                        MeetingEffect.ShowSummary _,
                        MeetingEffect.StoreNotice _,
                        MeetingEffect.ShowCaptions _,
                        MeetingEffect.ShowCompany _,
                        MeetingEffect.ShowFinalize _,
                        MeetingEffect.BeginFinalizing _,
                        MeetingEffect.EndFinalizing _ ->
                        effects.add(effect);
            }
        }
        noteFolded(before, drafting);
        MeetingInvariants.check(meeting, segments);
        MeetingInvariants.check(meeting.company(), joined);
    }

    private void noteFolded(Transcript before, Drafting drafting) {
        if (meeting.material().transcript().coveredSegments() > before.coveredSegments()) {
            Drafting.Piece piece =
                    switch (drafting) {
                        case Drafting.InFlight flight -> flight.piece();
                        case Drafting.Resting resting -> resting.piece();
                        case Drafting.Idle _ -> throw new AssertionError("nothing was asked for");
                    };
            folded.add(piece.window());
        }
    }

    /// Lets time pass; every alarm fires when it is due.
    void advanceTo(Instant until) {
        int steps = 0;
        Optional<Instant> due = decider.deadline(meeting);
        while (due.isPresent() && !due.get().isAfter(until)) {
            steps = due.get().isAfter(now) ? 1 : steps + 1;
            assertTrue(steps <= STEPS_AT_ONCE_MAX, "the machine spins at " + now);
            now = due.get().isAfter(now) ? due.get() : now;
            send(new MeetingCommand.DeadlineReached());
            due = decider.deadline(meeting);
        }
        now = until;
    }

    /// The summarizer answers the newest request: what it knew, and a quote of each segment.
    void answer() {
        request()
                .ifPresent(
                        request -> {
                            requests.clear();
                            send(new MeetingCommand.DraftBegun(request.ticket()));
                            send(
                                    new MeetingCommand.DraftArrived(
                                            request.ticket(),
                                            quoted(request),
                                            MeetingExamples.MODEL));
                        });
    }

    void fail(String reason) {
        request()
                .ifPresent(
                        request -> {
                            requests.clear();
                            send(new MeetingCommand.DraftFailed(request.ticket(), reason));
                        });
    }

    private Notes quoted(RequestDraft request) {
        Window window = request.piece().window();
        List<Note> bullets = new ArrayList<>(request.notes().bullets());
        for (long number = window.first(); number <= window.last(); number++) {
            bullets.add(new Note(segments.get((int) number - 1).text(), number));
        }
        return MeetingExamples.bullets("title", bullets);
    }
}
