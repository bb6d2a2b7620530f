package dev.supie.domain.meeting;

import dev.supie.domain.kernel.DeviceId;

import java.time.Instant;

/// That a badge has joined the meeting of another one: what the store keeps of it. Nobody is ever
/// taken off the list, because whoever took part gets the minutes.
///
/// @param at when it joined last
public record Joined(DeviceId device, Instant at, Standing standing) {

    /// What the badge is in the meeting.
    public enum Standing {
        /// It takes part, or was cut off and may come back.
        MEMBER,
        /// It has left by itself; it comes back only by joining again.
        LEFT,
        /// The meeting is over, and the summary's bytes were written to it (MTG-9).
        SERVED
    }

    Joined as(Standing next) {
        return new Joined(device, at, next);
    }
}
