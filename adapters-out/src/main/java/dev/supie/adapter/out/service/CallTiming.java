package dev.supie.adapter.out.service;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;

/// Time and chance as calls meet them, in one place, so that a test can decide both.
///
/// @param clock for what is told in dates: Retry-After, and how long the breaker stays open
/// @param nanoTime for deadlines, because a deadline must not move when the wall clock is set
/// @param pause waits between attempts
/// @param jitter numbers from 0 to below 1
public record CallTiming(
        InstantSource clock, LongSupplier nanoTime, Pause pause, DoubleSupplier jitter) {

    public static CallTiming real(InstantSource clock) {
        var random = new SecureRandom();
        return new CallTiming(clock, System::nanoTime, CallTiming::pause, random::nextDouble);
    }

    /// A wait that only an interrupt shortens: nobody opens the latch.
    private static void pause(Duration time) throws InterruptedException {
        boolean opened = new CountDownLatch(1).await(time.toNanos(), TimeUnit.NANOSECONDS);
        assert !opened;
    }
}
