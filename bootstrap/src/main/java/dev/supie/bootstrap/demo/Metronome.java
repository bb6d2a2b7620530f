package dev.supie.bootstrap.demo;

import java.time.Duration;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/// Says when the next packet of one recording is sent. Small delays are made up for; after a longer
/// one than an interval the beat begins anew, so that packets never come in a heap. For one thread.
final class Metronome {

    /// Packets of 60 ms as they are spoken.
    static final Duration REAL_TIME = Duration.ofMillis(60);

    /// Four times as fast: 66 packets a second, of which MSG-2 admits 100. The room between is for
    /// a network, or a machine, that holds some back and then delivers them together.
    static final Duration FAST = Duration.ofMillis(15);

    private final long intervalNanos;
    private final LongSupplier nanos;
    private final LongConsumer park;
    private long due;

    /// @param nanos a clock such as [System#nanoTime]
    /// @param park waits for so many nanoseconds, or less
    Metronome(Duration interval, LongSupplier nanos, LongConsumer park) {
        this.intervalNanos = interval.toNanos();
        this.nanos = nanos;
        this.park = park;
        this.due = nanos.getAsLong();
    }

    /// Waits for the next beat; the first one is at once.
    ///
    /// @throws InterruptedException if somebody wants this thread to end
    void await() throws InterruptedException {
        for (long left = due - nanos.getAsLong(); left > 0; left = due - nanos.getAsLong()) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            park.accept(left);
        }
        long now = nanos.getAsLong();
        long next = due + intervalNanos;
        due = next - now > 0 ? next : now;
    }
}
