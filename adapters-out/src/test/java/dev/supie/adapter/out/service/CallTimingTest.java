package dev.supie.adapter.out.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.time.Duration;

/// Time as it is outside of tests.
class CallTimingTest {

    private final CallTiming real = CallTiming.real(() -> TestTiming.START);

    @Test
    void clockIsTheOneThatWasGiven() {
        assertEquals(TestTiming.START, real.clock().instant());
    }

    @Test
    void pauseTakesItsTime() throws InterruptedException {
        long started = real.nanoTime().getAsLong();
        real.pause().pause(Duration.ofMillis(20));
        assertTrue(real.nanoTime().getAsLong() - started >= Duration.ofMillis(20).toNanos());
    }

    @Test
    void pauseEndsWhenInterrupted() {
        Thread.currentThread().interrupt();
        assertThrows(InterruptedException.class, () -> real.pause().pause(Duration.ofMinutes(5)));
    }
}
