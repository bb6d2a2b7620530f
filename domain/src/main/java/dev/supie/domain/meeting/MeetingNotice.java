package dev.supie.domain.meeting;

import dev.supie.domain.kernel.DeviceId;

import java.time.Duration;
import java.time.Instant;

/// What another system is told of a meeting that is over (HOOK-1). There is one for each meeting,
/// and it never changes.
///
/// @param device the badge that started the meeting
/// @param snippets accepted in all
/// @param finalizing how long the minutes took to write
public record MeetingNotice(
        DeviceId device,
        Instant startedAt,
        Instant endedAt,
        long snippets,
        Duration finalizing,
        Summary summary) {

    public MeetingId meeting() {
        return summary.meeting();
    }
}
