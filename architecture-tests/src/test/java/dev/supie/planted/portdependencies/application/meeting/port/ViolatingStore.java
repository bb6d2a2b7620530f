package dev.supie.planted.portdependencies.application.meeting.port;

import dev.supie.planted.portdependencies.application.meeting.MeetingService;

/// A port that knows who calls it.
interface ViolatingStore {

    void saveFor(MeetingService service);
}
