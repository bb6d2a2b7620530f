package dev.supie.adapter.in.websocket;

import java.util.concurrent.atomic.AtomicLong;

/// How many bytes of one kind may be held at once for all peers together, so that many that each
/// stay within their own limit cannot fill the memory. Safe for any thread.
final class HeldBytes {

    private final long bytesMax;
    private final AtomicLong held = new AtomicLong();

    HeldBytes(long bytesMax) {
        this.bytesMax = bytesMax;
    }

    /// Whether there is room for `count` more; they are held from now on if so.
    boolean take(long count) {
        long now = held.addAndGet(count);
        if (now > bytesMax) {
            held.addAndGet(-count);
            return false;
        }
        return true;
    }

    /// Whether [#take] would find room now; another thread may be quicker.
    boolean hasRoom(long count) {
        return held.get() + count <= bytesMax;
    }

    /// Holds `count` more in any case.
    void add(long count) {
        held.addAndGet(count);
    }

    void giveBack(long count) {
        held.addAndGet(-count);
    }

    long held() {
        return held.get();
    }
}
