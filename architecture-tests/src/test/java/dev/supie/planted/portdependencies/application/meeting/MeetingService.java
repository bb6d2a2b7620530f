package dev.supie.planted.portdependencies.application.meeting;

import dev.supie.planted.portdependencies.application.meeting.port.Innocent;

/// What a port must not know.
public record MeetingService(Innocent store) {}
