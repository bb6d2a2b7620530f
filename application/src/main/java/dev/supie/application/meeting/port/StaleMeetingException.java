package dev.supie.application.meeting.port;

import dev.supie.domain.meeting.MeetingId;

/// Somebody else has stored a step of this meeting meanwhile; nothing was written.
public final class StaleMeetingException extends StoreException {

    private static final long serialVersionUID = 1L;

    public StaleMeetingException(MeetingId id, long expectedVersion) {
        super("meeting " + id + " is no longer at version " + expectedVersion);
    }
}
