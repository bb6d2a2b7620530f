package dev.supie.domain.meeting;

import java.time.Duration;

/// The knobs of a meeting. Values in force are given with every decision, so a changed one holds
/// from the next decision on (CFG-3).
///
/// @param pushInterval `meeting.transcript_push_interval_ms` (MTG-4)
/// @param checkpointInterval `meeting.checkpoint_interval_min` (MTG-5)
/// @param durationMin `meeting.min_duration_ms`: the least that a summary says (MTG-8)
/// @param resumeWindow `meeting.resume_window_ms` (MTG-9)
/// @param windowCharsMax `meeting.llm.summary_transcript_max_chars`: transcript per call (MTG-5)
/// @param notesTokensMax `meeting.llm.checkpoint_max_tokens`
/// @param minutesTokensMax `meeting.llm.max_tokens`
/// @param draftTimeLimit after which a summarizer's answer is no longer waited for
/// @param termMap `meeting.term_map` (MTG-3)
/// @param membersMax `meeting.members_max`: badges in one meeting, the one that started it included
public record MeetingSettings(
        Duration pushInterval,
        Duration checkpointInterval,
        Duration durationMin,
        Duration resumeWindow,
        int windowCharsMax,
        int notesTokensMax,
        int minutesTokensMax,
        Duration draftTimeLimit,
        TermMap termMap,
        int membersMax) {

    public static final MeetingSettings DEFAULTS =
            new MeetingSettings(
                    Duration.ofSeconds(5),
                    Duration.ofMinutes(10),
                    Duration.ofSeconds(5),
                    Duration.ofMinutes(30),
                    4000,
                    400,
                    800,
                    Duration.ofSeconds(60),
                    TermMap.NONE,
                    8);

    /// No meeting asks the store to remember it more often than this.
    static final Duration ATTEST_MIN = Duration.ofSeconds(1);

    public MeetingSettings {
        if (windowCharsMax < Transcript.SEGMENT_CHARS_MAX) {
            throw new IllegalArgumentException(
                    "a window must hold a segment of " + Transcript.SEGMENT_CHARS_MAX);
        }
    }

    /// How often a silent meeting is stored as attended. A restart counts the resume window from
    /// the last time (MTG-9), so it must come well within that, however long the checkpoints are;
    /// only a window of less than 2 s can be over by the time a killed server is back.
    Duration attestInterval() {
        Duration half = resumeWindow.dividedBy(2);
        Duration wanted = half.compareTo(checkpointInterval) < 0 ? half : checkpointInterval;
        return wanted.compareTo(ATTEST_MIN) < 0 ? ATTEST_MIN : wanted;
    }

    /// The limit of a model's answer of this kind (MTG-8).
    public int tokensMax(DraftKind kind) {
        return switch (kind) {
            case NOTES -> notesTokensMax;
            case MINUTES -> minutesTokensMax;
        };
    }
}
