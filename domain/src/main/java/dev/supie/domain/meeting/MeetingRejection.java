package dev.supie.domain.meeting;

/// Why the rules of a meeting say no.
public enum MeetingRejection {
    /// The meeting takes nothing any more.
    NOT_RECORDING,
    /// The connection does not take part: another one does, or it has not resumed yet.
    NOT_ATTACHED,
    /// A summarizer's answer that nobody waits for.
    STALE_DRAFT
}
