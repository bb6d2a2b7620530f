package dev.supie.domain.meeting;

/// Whether the configured summarizer did all of the work (MTG-8: `degraded` says why it did not).
public sealed interface Quality {

    /// Every part was written by the configured summarizer.
    record Full() implements Quality {}

    /// At least one part had to be written by the extractive fallback.
    ///
    /// @param reason short, for people, without secrets
    record Degraded(String reason) implements Quality {}
}
