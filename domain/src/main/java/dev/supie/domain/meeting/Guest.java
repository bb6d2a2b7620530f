package dev.supie.domain.meeting;

import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.kernel.SessionId;
import dev.supie.domain.meeting.Joined.Standing;

import java.time.Duration;
import java.time.Instant;

/// A badge in the meeting of another one.
public record Guest(Joined joined, Attachment attachment) {

    public DeviceId device() {
        return joined.device();
    }

    public boolean is(Standing standing) {
        return joined.standing() == standing;
    }

    Guest with(Attachment next) {
        return new Guest(joined, next);
    }

    Guest as(Standing next) {
        return new Guest(joined.as(next), attachment);
    }

    /// Whether its start of a meeting means this one (MTG-9): it was cut off, and not so long ago
    /// that its wearer may think of another meeting by now.
    boolean mayResume(Duration window, Instant now) {
        return is(Standing.MEMBER)
                && attachment
                        .absentSince()
                        .map(since -> now.isBefore(since.plus(window)))
                        .orElse(true);
    }

    /// It is connected, and takes no part unless it did through this very connection.
    Guest seenOn(SessionId session, Instant now) {
        return attachment.isReachedBy(session)
                ? this
                : with(new Attachment.Apart(session, attachment.absentSince().orElse(now)));
    }

    /// It takes no part any more, through whatever connection it did.
    Guest notThrough(Instant now) {
        return attachment instanceof Attachment.Attached ? with(new Attachment.Away(now)) : this;
    }

    /// The minutes are on their way to it, or will be.
    boolean isAwaiting() {
        return !is(Standing.SERVED) && attachment.reach().isPresent();
    }
}
