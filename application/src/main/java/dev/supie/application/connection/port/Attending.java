package dev.supie.application.connection.port;

import dev.supie.domain.meeting.JoinCode;
import dev.supie.domain.meeting.MeetingId;

import java.util.Optional;

/// What a badge is told of a meeting that it is not alone in.
///
/// @param meeting empty if it has left
/// @param code for others to join with, if it has asked for it
public record Attending(Role role, Optional<MeetingId> meeting, Optional<JoinCode> code) {

    /// It has left, and the meeting goes on without it.
    public static final Attending LEFT =
            new Attending(Role.LEFT, Optional.empty(), Optional.empty());

    /// It has started this meeting.
    public static Attending owner(MeetingId meeting, Optional<JoinCode> code) {
        return new Attending(Role.OWNER, Optional.of(meeting), code);
    }

    /// It has joined this meeting.
    public static Attending guest(MeetingId meeting) {
        return new Attending(Role.GUEST, Optional.of(meeting), Optional.empty());
    }

    /// What the badge is in the meeting.
    public enum Role {
        /// It has started the meeting.
        OWNER,
        /// It has joined the meeting of another badge.
        GUEST,
        /// It has left, and the meeting goes on without it.
        LEFT
    }
}
