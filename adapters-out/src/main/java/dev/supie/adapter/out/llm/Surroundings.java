package dev.supie.adapter.out.llm;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/// Time and chance as the summarizer meets them, in one place, so that a test can decide both.
///
/// @param clock for what is told in dates: Retry-After, and how long the breaker stays open
/// @param nanoTime for deadlines, because a deadline must not move when the wall clock is set
/// @param pause waits between attempts
/// @param jitter numbers from 0 to below 1
/// @param nonces a new name for the fence round every piece of talk; nobody can guess it
record Surroundings(
        InstantSource clock,
        LongSupplier nanoTime,
        Pause pause,
        DoubleSupplier jitter,
        Supplier<String> nonces) {

    /// 128 bits: talk cannot contain the fence's name by luck or by trying.
    static final int NONCE_BYTES = 16;

    static Surroundings real(InstantSource clock) {
        var random = new SecureRandom();
        return new Surroundings(
                clock,
                System::nanoTime,
                Surroundings::pause,
                random::nextDouble,
                () -> nonce(random));
    }

    /// A wait that only an interrupt shortens: nobody opens the latch.
    private static void pause(Duration time) throws InterruptedException {
        boolean opened = new CountDownLatch(1).await(time.toNanos(), TimeUnit.NANOSECONDS);
        assert !opened;
    }

    private static String nonce(SecureRandom random) {
        byte[] bytes = new byte[NONCE_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
