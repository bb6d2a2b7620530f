package dev.supie.adapter.in.http;

import dev.supie.application.meeting.RunningMeeting;
import dev.supie.domain.kernel.DeviceId;

import jakarta.json.bind.annotation.JsonbPropertyOrder;

import java.util.List;

/// A meeting that has not come to its end.
///
/// @param phase `recording` or `finalizing`
/// @param guests badges that have joined and not left
@JsonbPropertyOrder({
    "id",
    "deviceId",
    "guests",
    "phase",
    "startedAt",
    "startedAtMs",
    "totalSegments"
})
record RunningMeetingBody(
        String id,
        String deviceId,
        List<String> guests,
        String phase,
        String startedAt,
        long startedAtMs,
        long totalSegments) {

    static RunningMeetingBody of(RunningMeeting meeting) {
        return new RunningMeetingBody(
                meeting.id().value(),
                meeting.owner().value(),
                meeting.guests().stream().map(DeviceId::value).toList(),
                meeting.finalizing() ? "finalizing" : "recording",
                meeting.startedAt().toString(),
                meeting.startedAt().toEpochMilli(),
                meeting.segments());
    }
}
