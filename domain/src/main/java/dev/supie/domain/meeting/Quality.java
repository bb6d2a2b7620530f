package dev.supie.domain.meeting;

/// Whether a language model did all of the work (MTG-8: `degraded` says why it did not).
public sealed interface Quality {

    /// Every part was written by the configured language model.
    record Full() implements Quality {}

    /// At least one part only quotes the transcript, because the model failed or there is none.
    ///
    /// @param reason short, for people, without secrets
    record Degraded(String reason) implements Quality {}
}
