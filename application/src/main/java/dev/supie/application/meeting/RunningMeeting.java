package dev.supie.application.meeting;

import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.meeting.MeetingId;

import java.time.Instant;
import java.util.List;

/// A meeting that has not come to its end, as of some moment.
///
/// @param guests badges that have joined and not left since
/// @param segments of its transcript
/// @param finalizing whether it takes no more snippets, and its minutes are being written
public record RunningMeeting(
        MeetingId id,
        DeviceId owner,
        List<DeviceId> guests,
        Instant startedAt,
        long segments,
        boolean finalizing) {

    public RunningMeeting {
        guests = List.copyOf(guests);
    }
}
