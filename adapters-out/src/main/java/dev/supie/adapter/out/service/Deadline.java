package dev.supie.adapter.out.service;

import java.time.Duration;
import java.util.function.LongSupplier;

/// The moment after which an answer is of no more use ([#remaining] is then zero).
public record Deadline(LongSupplier nanoTime, long endNanos) {

    public static Deadline after(Duration limit, LongSupplier nanoTime) {
        return new Deadline(nanoTime, nanoTime.getAsLong() + limit.toNanos());
    }

    public Duration remaining() {
        return Duration.ofNanos(Math.max(0, endNanos - nanoTime.getAsLong()));
    }

    /// The limit, or what remains if that is less.
    public Duration atMost(Duration limit) {
        Duration remaining = remaining();
        return remaining.compareTo(limit) < 0 ? remaining : limit;
    }
}
