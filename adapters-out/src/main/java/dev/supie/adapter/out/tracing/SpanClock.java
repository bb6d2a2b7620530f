package dev.supie.adapter.out.tracing;

import io.opentelemetry.sdk.common.Clock;

import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/// The time as spans have it.
///
/// @param time in dates, for when something began
/// @param nanoTimes for how long it took, because nobody sets it
record SpanClock(InstantSource time, LongSupplier nanoTimes) implements Clock {

    @Override
    public long now() {
        Instant now = time.instant();
        return TimeUnit.SECONDS.toNanos(now.getEpochSecond()) + now.getNano();
    }

    @Override
    public long nanoTime() {
        return nanoTimes.getAsLong();
    }
}
