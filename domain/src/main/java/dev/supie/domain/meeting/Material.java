package dev.supie.domain.meeting;

import java.time.Instant;
import java.util.List;

/// What a meeting has gathered so far.
public record Material(Intake intake, Transcript transcript, Digest digest) {

    Material with(Intake next) {
        return new Material(next, transcript, digest);
    }

    Material with(Digest next) {
        return new Material(intake, transcript, next);
    }

    /// MTG-8: a meeting lasts until its last snippet, even if the clock has stepped back since.
    Instant lastedUntil(Instant end) {
        return end.isBefore(intake.lastAt()) ? intake.lastAt() : end;
    }

    /// All pending snippets merged into segments.
    Transcript.Merge merge(int windowCharsMax) {
        return transcript.merge(intake.pending(), windowCharsMax, digest.frozenThrough());
    }

    Material merged(Transcript next) {
        return new Material(intake.emptied(), next, digest);
    }

    /// The window just answered is part of the notes.
    Material written(Window window, Digest next) {
        return new Material(intake, transcript.covered(window), next);
    }

    /// Without the buffers that only a running meeting needs (MTG-6).
    Material cleared() {
        return new Material(
                new Intake(intake.lastNumber(), intake.lastAt(), List.of(), List.of()),
                new Transcript(
                        transcript.count(), transcript.mergedSnippets(), List.of(), List.of()),
                digest);
    }
}
