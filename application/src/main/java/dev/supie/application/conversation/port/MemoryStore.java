package dev.supie.application.conversation.port;

import dev.supie.application.meeting.port.StoreException;
import dev.supie.domain.conversation.Memory;
import dev.supie.domain.kernel.DeviceId;

import java.time.Instant;

/// Keeps what is remembered of talking with each badge. Safe for use by many threads; whoever
/// writes for one badge writes one after the other.
public interface MemoryStore {

    /// What is remembered; [Memory#NOTHING] of a badge that never talked.
    Memory load(DeviceId device) throws StoreException;

    /// Replaces it; returns once it would survive a kill (CON-6).
    void save(DeviceId device, Memory memory, Instant at) throws StoreException;

    /// Nothing is remembered any more; harmless if nothing was.
    void forget(DeviceId device) throws StoreException;
}
