package dev.supie.domain.meeting;

import java.time.Duration;
import java.util.List;

/// What the shell must do after a decision.
///
/// [Store] effects are *must-happen*: they are written in one transaction with the next state,
/// before anything else. All others are *best-effort*, carried out in order after that; a crash
/// loses them, and a restart asks for what is still missing ([RequestDraft], [ShowSummary]).
public sealed interface MeetingEffect {

    /// Written together with the next state, or not at all.
    sealed interface Store extends MeetingEffect {}

    record StoreSnippets(List<Snippet> snippets) implements Store {}

    record StoreSegments(List<Segment> segments) implements Store {}

    /// With the state in which the meeting is over, so that its webhook is called exactly if there
    /// is a summary (HOOK-1).
    record StoreNotice(MeetingNotice notice) implements Store {}

    /// To whoever sent the command (MTG-2).
    record AnswerSnippets(int accepted, int dropped, int ignored) implements MeetingEffect {}

    /// To whoever sent the command (MTG-6).
    record AnswerFinalize(int pendingCount, boolean idempotent) implements MeetingEffect {}

    /// The finished summary once more, to whoever sent the command (MTG-7).
    record AnswerSummary(Summary summary) implements MeetingEffect {}

    /// To the badge, if it is there (MTG-4).
    record ShowTranscript(List<Segment> segments, long totalSegments) implements MeetingEffect {}

    /// To the badge, if it is there (MTG-6).
    record ShowProgress(FinalizeStage stage, Duration elapsed) implements MeetingEffect {}

    /// An interim summary to the badge, if it is there (MTG-5).
    record ShowCheckpoint(Summary summary) implements MeetingEffect {}

    /// The summary to the badge, if it is there; [MeetingCommand.SummaryWritten] when its bytes are
    /// written (MTG-8, MTG-9).
    record ShowSummary(Summary summary) implements MeetingEffect {}

    /// Ask a summarizer; that it has begun and its answer come back as commands with this ticket.
    ///
    /// @param turnWithin after which it need not begin any more
    /// @param timeLimit for the answer, from then on
    record RequestDraft(
            long ticket,
            Drafting.Piece piece,
            Notes notes,
            Drafting.Author author,
            int tokensMax,
            Duration turnWithin,
            Duration timeLimit)
            implements MeetingEffect {}

    /// The badge leaves meeting mode, and must not be cut off as idle until [EndFinalizing] (CON-3,
    /// MTG-6).
    record BeginFinalizing() implements MeetingEffect {}

    /// The summary is out, or waits for the badge.
    record EndFinalizing() implements MeetingEffect {}
}
