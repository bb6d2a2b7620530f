package dev.supie.domain.meeting;

import java.time.Duration;
import java.time.Instant;

/// The minutes of a meeting with where they come from (MTG-8); interim ones have `checkpoint`.
///
/// @param duration start to end, at least [MeetingSettings#durationMin]
/// @param sourceSegments segments of transcript behind it
/// @param provider who wrote it, [#EXTRACTIVE] for quotes without a model
public record Summary(
        MeetingId meeting,
        Minutes minutes,
        Duration duration,
        long sourceSegments,
        boolean checkpoint,
        String provider,
        Quality quality) {

    /// The provider of minutes that only quote the transcript.
    public static final String EXTRACTIVE = "extractive";

    static Duration duration(Instant start, Instant end, Duration least) {
        Duration length = Duration.between(start, end);
        return length.compareTo(least) < 0 ? least : length;
    }
}
