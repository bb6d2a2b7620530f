package dev.supie.adapter.out.speech.remote;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// Waits for what other threads do.
final class Until {

    private static final Duration WAIT_MAX = Duration.ofSeconds(60);

    private Until() {}

    static void until(BooleanSupplier done) {
        long end = System.nanoTime() + WAIT_MAX.toNanos();
        while (!done.getAsBoolean() && System.nanoTime() < end) {
            LockSupport.parkNanos(1_000_000);
        }
        assertTrue(done.getAsBoolean(), "in time");
    }
}
