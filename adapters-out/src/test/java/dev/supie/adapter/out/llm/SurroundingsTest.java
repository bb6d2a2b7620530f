package dev.supie.adapter.out.llm;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.time.Duration;

/// Time and chance as they are outside of tests.
class SurroundingsTest {

    private final Surroundings real = Surroundings.real(() -> TestSurroundings.START);

    @Test
    void noncesAreLongAndNeverTheSame() {
        String nonce = real.nonces().get();
        assertAll(
                () -> assertTrue(nonce.matches("[0-9a-f]{32}"), nonce),
                () -> assertNotEquals(nonce, real.nonces().get()));
    }

    @Test
    void clockIsTheOneThatWasGiven() {
        assertEquals(TestSurroundings.START, real.clock().instant());
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
