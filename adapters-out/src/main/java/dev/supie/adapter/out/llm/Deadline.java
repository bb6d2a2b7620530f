package dev.supie.adapter.out.llm;

import java.time.Duration;
import java.util.function.LongSupplier;

/// The moment after which a draft is of no more use ([#remaining] is then zero).
record Deadline(LongSupplier nanoTime, long endNanos) {

    static Deadline after(Duration limit, LongSupplier nanoTime) {
        return new Deadline(nanoTime, nanoTime.getAsLong() + limit.toNanos());
    }

    Duration remaining() {
        return Duration.ofNanos(Math.max(0, endNanos - nanoTime.getAsLong()));
    }

    /// The limit, or what remains if that is less.
    Duration atMost(Duration limit) {
        Duration remaining = remaining();
        return remaining.compareTo(limit) < 0 ? remaining : limit;
    }
}
