package dev.supie.application.tool;

import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.meeting.MeetingHead;
import dev.supie.domain.tool.OwnTool;

import java.util.Optional;

/// What a kind of caller may do with our own tools. Tasks are always those of the caller's group
/// (WF-5), and messages go where the caller may send them (PEER-2).
enum Rights {
    /// Whoever speaks to a badge: everything, but of meetings only those that the badge recorded.
    BADGE(true, true),
    /// A program that may read (REST-1): all meetings, and it changes nothing.
    READER(false, false),
    /// A program of an administrator.
    WRITER(true, false);

    private final boolean changing;
    private final boolean ownMeetings;

    Rights(boolean changing, boolean ownMeetings) {
        this.changing = changing;
        this.ownMeetings = ownMeetings;
    }

    boolean allow(OwnTool tool) {
        return changing || !tool.changes();
    }

    boolean allow(DeviceId caller, MeetingHead meeting) {
        return !ownMeetings || meeting.device().equals(caller);
    }

    /// The badge whose meetings alone the caller sees, if so.
    Optional<DeviceId> meetingsOf(DeviceId caller) {
        return ownMeetings ? Optional.of(caller) : Optional.empty();
    }
}
