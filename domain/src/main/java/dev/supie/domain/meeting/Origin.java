package dev.supie.domain.meeting;

import dev.supie.domain.kernel.DeviceId;

import java.time.Instant;
import java.util.Optional;

/// What never changes about a meeting.
///
/// @param device the badge that started it
public record Origin(MeetingId id, DeviceId device, Instant startedAt) {

    /// How a badge is named in commands: not at all if it has started the meeting.
    public Optional<DeviceId> asGuest(DeviceId badge) {
        return Optional.of(badge).filter(each -> !each.equals(device));
    }
}
