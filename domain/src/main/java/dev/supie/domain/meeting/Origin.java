package dev.supie.domain.meeting;

import dev.supie.domain.kernel.DeviceId;

import java.time.Instant;

/// What never changes about a meeting.
///
/// @param device the badge that started it
public record Origin(MeetingId id, DeviceId device, Instant startedAt) {}
