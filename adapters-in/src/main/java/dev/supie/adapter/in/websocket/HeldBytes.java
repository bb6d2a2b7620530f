package dev.supie.adapter.in.websocket;

import java.util.concurrent.atomic.AtomicLong;

/// How many bytes of large HTTP requests a listener may hold at once, so that many peers that each
/// stay within their own limit cannot fill the memory together. Safe for any thread.
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

    void giveBack(long count) {
        held.addAndGet(-count);
    }

    long held() {
        return held.get();
    }
}
