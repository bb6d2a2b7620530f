package dev.supie.domain.peer;

/// How much may wait for one badge (PEER-8).
///
/// @param capacity `peer.queue_max`, in flight included
/// @param whenFull `peer.queue_full`
public record InboxSettings(int capacity, WhenFull whenFull) {

    /// One sender may have so many of the places.
    public static final int SENDER_MAX = 50;

    public static final InboxSettings DEFAULTS = new InboxSettings(100, WhenFull.REFUSE_NEW);

    public InboxSettings {
        if (capacity < 1) {
            throw new IllegalArgumentException("an inbox needs room for a message");
        }
    }

    /// Which message pays when there is no room.
    public enum WhenFull {
        /// The new one, so that nothing that was accepted is ever lost.
        REFUSE_NEW,
        /// The oldest that is not in flight, and its sender is told.
        DROP_OLDEST
    }
}
