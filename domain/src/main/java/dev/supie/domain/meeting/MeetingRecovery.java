package dev.supie.domain.meeting;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Between a meeting in memory and a meeting in the store: what is kept, and how it goes on from
/// there after a restart (CON-5, MTG-9).
public final class MeetingRecovery {

    private MeetingRecovery() {}

    /// What is kept of a meeting beside its head.
    ///
    /// @param snippets as [Intake] had them: pending ones and those of the last minute
    /// @param open one window per segment that the notes do not cover
    public record Kept(
            List<Snippet> snippets, List<Segment> tail, List<Window> open, List<Joined> joined) {

        public Kept {
            snippets = List.copyOf(snippets);
            tail = List.copyOf(tail);
            open = List.copyOf(open);
            joined = List.copyOf(joined);
        }
    }

    /// What to store of a meeting beside its snippets and segments.
    public static MeetingHead headOf(Meeting meeting, Instant now) {
        Material material = meeting.material();
        Transcript transcript = material.transcript();
        return new MeetingHead(
                meeting.origin().id(),
                meeting.origin().device(),
                meeting.origin().startedAt(),
                phaseOf(meeting),
                aliveAt(meeting, now),
                material.intake().lastAt(),
                material.intake().lastNumber(),
                transcript.mergedSnippets(),
                transcript.count(),
                transcript.coveredSegments(),
                material.digest().notes(),
                material.digest().quality(),
                meeting.company().invitation());
    }

    private static MeetingHead.Phase phaseOf(Meeting meeting) {
        return switch (meeting) {
            case Meeting.Recording _ -> new MeetingHead.Phase.Recording();
            case Meeting.Finalizing finalizing ->
                    new MeetingHead.Phase.Finalizing(finalizing.endedAt());
            case Meeting.Finalized finalized ->
                    new MeetingHead.Phase.Finalized(
                            finalized.endedAt(), finalized.summary(), finalized.delivered());
        };
    }

    private static Instant aliveAt(Meeting meeting, Instant now) {
        return meeting.company().absentSince().orElse(now);
    }

    /// A stored meeting, ready to go on: its badges away since one of them was last known to be
    /// there, no draft under way. The caller sends [MeetingCommand.DeadlineReached] once, which
    /// asks again for whatever is missing.
    ///
    /// @param tickets drafts asked for before, so that an answer to one of those is not mistaken
    ///   for a new one; 0 in a new process
    public static Meeting restored(
            MeetingHead head, Kept kept, MeetingSettings settings, long tickets, Instant now) {
        Origin origin = new Origin(head.id(), head.device(), head.startedAt());
        Company away = company(head, kept.joined());
        Material material =
                new Material(
                        intake(head, kept.snippets()),
                        new Transcript(
                                head.segmentCount(),
                                head.mergedSnippets(),
                                kept.tail(),
                                joined(kept.open(), settings.windowCharsMax())),
                        new Digest(
                                head.notes(),
                                head.notesQuality(),
                                "",
                                new Drafting.Idle(),
                                tickets));
        return switch (head.phase()) {
            case MeetingHead.Phase.Recording _ ->
                    new Meeting.Recording(
                            origin,
                            away,
                            material,
                            now,
                            new Checkpoint.Waiting(
                                    now.plus(settings.checkpointInterval()),
                                    head.coveredSegments()),
                            now.plus(settings.attestInterval()));
            case MeetingHead.Phase.Finalizing finalizing ->
                    new Meeting.Finalizing(origin, away, material, finalizing.endedAt(), now);
            case MeetingHead.Phase.Finalized finalized ->
                    new Meeting.Finalized(
                            origin,
                            away,
                            material.cleared(),
                            finalized.endedAt(),
                            finalized.summary(),
                            finalized.delivered());
        };
    }

    private static Company company(MeetingHead head, List<Joined> joined) {
        Attachment away = new Attachment.Away(head.aliveAt());
        return new Company(
                away,
                joined.stream().map(guest -> new Guest(guest, away)).toList(),
                head.invitation());
    }

    private static Intake intake(MeetingHead head, List<Snippet> snippets) {
        Instant repeatable = head.lastSnippetAt().minus(Intake.REPEAT_WINDOW);
        return new Intake(
                head.snippetCount(),
                head.lastSnippetAt(),
                snippets.stream()
                        .filter(snippet -> snippet.number() > head.mergedSnippets())
                        .toList(),
                snippets.stream()
                        .filter(snippet -> snippet.at().isAfter(repeatable))
                        .map(snippet -> new Intake.Heard(snippet.text(), snippet.at()))
                        .toList());
    }

    private static List<Window> joined(List<Window> single, int windowCharsMax) {
        List<Window> windows = new ArrayList<>();
        for (Window next : single) {
            Window last = windows.isEmpty() ? null : windows.getLast();
            if (last != null && last.chars() + next.chars() <= windowCharsMax) {
                windows.set(
                        windows.size() - 1,
                        new Window(last.first(), next.last(), last.chars() + next.chars()));
            } else {
                windows.add(next);
            }
        }
        return windows;
    }
}
