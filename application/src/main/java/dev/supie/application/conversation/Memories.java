package dev.supie.application.conversation;

import dev.supie.application.meeting.port.StoreException;
import dev.supie.domain.kernel.DeviceId;

/// What is remembered of talking with badges. Safe for use by many threads.
public interface Memories {

    /// Forgets everything about a badge, also what a talk that goes on remembers; waits for the
    /// store.
    void forget(DeviceId device) throws StoreException;
}
