package dev.supie.application.task.port;

import dev.supie.application.meeting.port.StoreException;
import dev.supie.domain.task.GroupKey;

/// Somebody else has changed this board meanwhile; nothing was written.
public final class StaleBoardException extends StoreException {

    private static final long serialVersionUID = 1L;

    public StaleBoardException(GroupKey group, long expectedVersion) {
        super("the board of " + group + " is no longer at version " + expectedVersion);
    }
}
