package dev.supie.domain.meeting;

/// Why the rules of a meeting say no.
public enum MeetingRejection {
    /// The meeting takes nothing any more.
    NOT_RECORDING,
    /// The connection does not take part: another one does, or it has not resumed yet.
    NOT_ATTACHED,
    /// Nobody joins with this: the code is another one, or the badge has never joined or has left.
    NOT_INVITED,
    /// As many badges have joined as may.
    FULL,
    /// A summarizer's answer that nobody waits for.
    STALE_DRAFT
}
