package dev.supie.domain.peer;

/// How a badge takes its messages, as its hello says (PEER-7).
///
/// @param acknowledges or counts as served once the bytes are written
/// @param window messages that may be in flight at a time
public record Manners(boolean acknowledges, int window) {

    public static final int WINDOW_MIN = 1;
    public static final int WINDOW_MAX = 64;
    public static final int WINDOW_USUAL = 16;

    /// Of a badge that says nothing of it.
    public static final Manners PLAIN = new Manners(false, WINDOW_USUAL);

    /// The nearest window that is allowed counts.
    public Manners {
        window = Math.clamp(window, WINDOW_MIN, WINDOW_MAX);
    }

    /// Of a badge that has not said anything on this connection: one that acknowledged the last
    /// time must not be taken for one that does not, only because its hello is late.
    static Manners expectedOf(Shelf shelf) {
        return new Manners(shelf.acknowledges(), WINDOW_USUAL);
    }

    /// What a badge can do it does not unlearn while it is connected: what is in flight is waiting
    /// for its acknowledgement.
    Manners then(Manners later) {
        return new Manners(acknowledges || later.acknowledges, later.window);
    }
}
