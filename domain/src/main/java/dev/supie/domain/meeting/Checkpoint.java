package dev.supie.domain.meeting;

import java.time.Instant;

/// The checkpoint clock (MTG-5).
public sealed interface Checkpoint {

    /// @param through segments that the last interim summary drew on
    record Waiting(Instant due, long through) implements Checkpoint {}

    /// An interim summary is being made; it goes out once the notes cover `through`.
    record Making(long through) implements Checkpoint {}
}
