package dev.supie.application.meeting;

import dev.supie.domain.meeting.JoinCode;
import dev.supie.domain.meeting.MeetingId;

/// How a badge comes into a meeting.
public sealed interface Entrance {

    /// Into its own, or back into the one it was cut off from (MTG-1, MTG-9).
    Entrance OWN = new Own(false);

    /// @param inviting whether it wants to know the code with which others join
    record Own(boolean inviting) implements Entrance {}

    /// Into the meeting that has this code.
    record ByCode(JoinCode code) implements Entrance {}

    /// Into this meeting of a colleague.
    record ById(MeetingId meeting) implements Entrance {}
}
