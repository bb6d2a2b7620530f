package dev.supie.adapter.in.http;

import dev.supie.application.administration.Administration.Attendee;
import dev.supie.application.connection.PresentBadge;

import jakarta.json.bind.annotation.JsonbPropertyOrder;

import java.util.Locale;
import java.util.Optional;

/// A connected badge as an administrator sees it.
///
/// @param mode `chat`, `meeting`, `working` or `coding` (MODE-1)
/// @param lastHeardMs when its last frame came, pongs included
/// @param meetingId of the meeting that it has started and that still runs
@JsonbPropertyOrder({
    "deviceId",
    "sessionId",
    "address",
    "mode",
    "connectedMs",
    "lastHeardMs",
    "meetingId"
})
record AttendeeBody(
        String deviceId,
        String sessionId,
        String address,
        String mode,
        long connectedMs,
        long lastHeardMs,
        Optional<String> meetingId) {

    static AttendeeBody of(Attendee attendee) {
        PresentBadge badge = attendee.badge();
        return new AttendeeBody(
                badge.device().value(),
                badge.session().value(),
                badge.address(),
                badge.mode().name().toLowerCase(Locale.ROOT),
                badge.since().toEpochMilli(),
                badge.heardAt().toEpochMilli(),
                attendee.meeting().map(meeting -> meeting.id().value()));
    }
}
