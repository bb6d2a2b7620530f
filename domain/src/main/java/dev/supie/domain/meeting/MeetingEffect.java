package dev.supie.domain.meeting;

import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.kernel.SessionId;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

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

    /// A badge has joined, or what it is in the meeting has changed.
    record StoreJoined(Joined joined) implements Store {}

    /// With the state in which the meeting is over, so that its webhook is called exactly if there
    /// is a summary (HOOK-1).
    record StoreNotice(MeetingNotice notice) implements Store {}

    /// To whoever sent the command (MTG-2).
    record AnswerSnippets(int accepted, int dropped, int ignored) implements MeetingEffect {}

    /// To whoever sent the command (MTG-6).
    record AnswerFinalize(int pendingCount, boolean idempotent) implements MeetingEffect {}

    /// The finished summary once more, to whoever sent the command (MTG-7).
    record AnswerSummary(Summary summary) implements MeetingEffect {}

    /// What others have said, to everybody who takes part but whoever said it.
    record ShowCaptions(SessionId from, List<Snippet> snippets) implements MeetingEffect {}

    /// Who is in the meeting now, to everybody who takes part.
    record ShowCompany() implements MeetingEffect {}

    /// That another badge has ended the meeting, to everybody else who takes part (MTG-6).
    record ShowFinalize(SessionId from, int pendingCount) implements MeetingEffect {}

    /// To everybody who takes part (MTG-4).
    record ShowTranscript(List<Segment> segments, long totalSegments) implements MeetingEffect {}

    /// To everybody who takes part (MTG-6).
    record ShowProgress(FinalizeStage stage, Duration elapsed) implements MeetingEffect {}

    /// An interim summary to everybody who takes part (MTG-5).
    record ShowCheckpoint(Summary summary) implements MeetingEffect {}

    /// The summary to one badge, if it is there; [MeetingCommand.SummaryWritten] when its bytes are
    /// written (MTG-8, MTG-9).
    ///
    /// @param to which one
    record ShowSummary(Who to, Summary summary) implements MeetingEffect {
        public ShowSummary(Optional<DeviceId> guest, Summary summary) {
            this(Who.of(guest), summary);
        }

        public ShowSummary(Summary summary) {
            this(new Who.Owner(), summary);
        }
    }

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

    /// Everybody who takes part leaves meeting mode, and must not be cut off as idle until
    /// [EndFinalizing] (CON-3, MTG-6).
    record BeginFinalizing() implements MeetingEffect {}

    /// The summary is out, or waits for those who are not there.
    record EndFinalizing() implements MeetingEffect {}
}
