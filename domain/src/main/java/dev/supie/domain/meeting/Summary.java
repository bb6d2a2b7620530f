package dev.supie.domain.meeting;

import java.time.Duration;

/// The minutes of a meeting with where they come from (MTG-8); interim ones have `checkpoint`.
///
/// @param duration start to end, at least [MeetingSettings#durationMin]
/// @param sourceSegments segments of transcript behind it
/// @param provider who wrote it, `extractive` for quotes without a model
public record Summary(
        MeetingId meeting,
        Minutes minutes,
        Duration duration,
        long sourceSegments,
        boolean checkpoint,
        String provider,
        Quality quality) {}
