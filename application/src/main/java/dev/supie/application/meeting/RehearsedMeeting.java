package dev.supie.application.meeting;

import dev.supie.domain.kernel.Decision;
import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.kernel.SessionId;
import dev.supie.domain.meeting.Drafting;
import dev.supie.domain.meeting.Meeting;
import dev.supie.domain.meeting.MeetingCommand;
import dev.supie.domain.meeting.MeetingDecider;
import dev.supie.domain.meeting.MeetingEffect;
import dev.supie.domain.meeting.MeetingEffect.RequestDraft;
import dev.supie.domain.meeting.MeetingId;
import dev.supie.domain.meeting.MeetingRejection;
import dev.supie.domain.meeting.Origin;
import dev.supie.domain.meeting.Segment;
import dev.supie.domain.meeting.SnippetInput;
import dev.supie.domain.meeting.Summary;
import dev.supie.domain.meeting.Window;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;

/// One meeting of [MeetingRehearsal]: the shell round the decider, with a list for a store and a
/// clock that jumps. For one thread.
final class RehearsedMeeting {

    private static final MeetingId ID = new MeetingId("rehearsal");
    private static final SessionId SESSION = new SessionId("rehearsal");
    private static final Origin ORIGIN = new Origin(ID, new DeviceId("rehearsal"), Instant.EPOCH);

    private final MeetingDecider decider;
    private final DraftWriter writer;
    private final List<Segment> segments = new ArrayList<>();
    private final List<Summary> checkpoints = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();
    private Meeting meeting;
    private Instant now = ORIGIN.startedAt();
    private int asked;

    RehearsedMeeting(MeetingDecider decider, DraftWriter writer) {
        this.decider = decider;
        this.writer = writer;
        this.meeting = decider.start(ORIGIN, SESSION);
    }

    void say(MeetingRehearsal.Line line) {
        passUntil(ORIGIN.startedAt().plus(line.after()));
        SnippetInput said = new SnippetInput(SnippetInput.SPEECH, line.text(), line.speaker());
        send(new MeetingCommand.AddSnippets(SESSION, List.of(said)));
    }

    MeetingRehearsal.Outcome finish() {
        send(new MeetingCommand.Finish(SESSION));
        while (true) {
            if (meeting instanceof Meeting.Finalized finalized) {
                return new MeetingRehearsal.Outcome(
                        finalized.summary(), checkpoints, asked, failures);
            }
            // Only the fallback rests between its tries, and not often (Drafting.ATTEMPTS_MAX).
            passUntil(decider.deadline(meeting).orElseThrow());
        }
    }

    private void passUntil(Instant end) {
        Optional<Instant> due = decider.deadline(meeting);
        while (due.isPresent() && !due.get().isAfter(end)) {
            now = due.get().isAfter(now) ? due.get() : now;
            send(new MeetingCommand.DeadlineReached());
            due = decider.deadline(meeting);
        }
        now = end.isAfter(now) ? end : now;
    }

    private void send(MeetingCommand first) {
        Queue<MeetingCommand> commands = new ArrayDeque<>(List.of(first));
        while (!commands.isEmpty()) {
            if (decider.decide(meeting, commands.remove(), now)
                    instanceof
                    Decision.Accepted<Meeting, MeetingEffect, MeetingRejection> accepted) {
                meeting = accepted.next();
                accepted.effects().forEach(effect -> run(effect, commands));
            }
        }
    }

    private void run(MeetingEffect effect, Queue<MeetingCommand> commands) {
        switch (effect) {
            case MeetingEffect.StoreSegments store -> segments.addAll(store.segments());
            case MeetingEffect.ShowCheckpoint show -> checkpoints.add(show.summary());
            case RequestDraft request -> {
                commands.add(new MeetingCommand.DraftBegun(request.ticket()));
                commands.add(written(request));
            }
            case MeetingEffect.StoreSnippets _,
                    MeetingEffect.StoreJoined _,
                    MeetingEffect.StoreNotice _,
                    MeetingEffect.AnswerSnippets _,
                    MeetingEffect.AnswerFinalize _,
                    MeetingEffect.AnswerSummary _,
                    MeetingEffect.ShowCaptions _,
                    MeetingEffect.ShowCompany _,
                    MeetingEffect.ShowFinalize _,
                    MeetingEffect.ShowTranscript _,
                    MeetingEffect.ShowProgress _,
                    MeetingEffect.ShowSummary _,
                    MeetingEffect.BeginFinalizing _,
                    MeetingEffect.EndFinalizing _ -> {}
        }
    }

    private MeetingCommand written(RequestDraft request) {
        MeetingCommand answer = writer.written(ID, request, this::segmentsOf);
        if (request.author() == Drafting.Author.CONFIGURED) {
            asked++;
            if (answer instanceof MeetingCommand.DraftFailed(_, String reason)) {
                failures.add(reason);
            }
        }
        return answer;
    }

    private List<Segment> segmentsOf(Window window) {
        return List.copyOf(segments.subList((int) window.first() - 1, (int) window.last()));
    }
}
