package dev.supie.application.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/// Waiting for another thread.
class AwaitedTest {

    private static final Duration LONG = Duration.ofSeconds(20);

    private final CompletableFuture<String> promise = new CompletableFuture<>();

    @Test
    void whatComesIsThere() {
        CompletableFuture<Void> other = CompletableFuture.runAsync(() -> promise.complete("x"));
        assertEquals(new Awaited.Come<>("x"), Awaited.of(promise, LONG));
        other.join();
    }

    @Test
    void whatDoesNotComeIsTooLate() {
        assertEquals(new Awaited.TooLate<>(), Awaited.of(promise, Duration.ofMillis(1)));
    }

    @Test
    void whoeverIsToEndWaitsNoLongerAndStaysMarked() {
        Thread.currentThread().interrupt();
        assertEquals(new Awaited.Interrupted<>(), Awaited.of(promise, LONG));
        assertTrue(Thread.interrupted());
    }

    @Test
    void aFailureIsABug() {
        promise.completeExceptionally(new IllegalArgumentException("broken on purpose"));
        assertThrows(IllegalStateException.class, () -> Awaited.of(promise, LONG));
    }
}
