package dev.supie.adapter.in.websocket;

/// What one queue or message holds of what all may hold together. Its first [#FREE_BYTES] count for
/// nobody, so that a peer that keeps up is never refused for the sake of those that do not. For one
/// thread at a time.
final class HeldShare {

    static final int FREE_BYTES = 8 * 1024;

    private final HeldBytes all;
    private long counted;
    private boolean ended;

    HeldShare(HeldBytes all) {
        this.all = all;
    }

    /// Whether so many bytes may be held here. Others may take the room before they are; then all
    /// together hold a message too many for each such thread.
    boolean hasRoomFor(long bytes) {
        long more = beyondFree(bytes) - counted;
        return more <= 0 || all.hasRoom(more);
    }

    /// So many bytes are held here from now on.
    void hold(long bytes) {
        if (!ended) {
            count(beyondFree(bytes));
        }
    }

    /// Nothing is held here any more, whatever is said later.
    void end() {
        count(0);
        ended = true;
    }

    private void count(long next) {
        if (next != counted) {
            all.add(next - counted);
            counted = next;
        }
    }

    private static long beyondFree(long bytes) {
        return Math.max(0, bytes - FREE_BYTES);
    }
}
