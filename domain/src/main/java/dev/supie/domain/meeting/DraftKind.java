package dev.supie.domain.meeting;

/// What a summarizer is asked for.
public enum DraftKind {
    /// Running notes: everything worth keeping, within the limits of [Notes#bounded].
    NOTES,
    /// The final minutes: only what matters most, within the limits of [Minutes].
    MINUTES
}
