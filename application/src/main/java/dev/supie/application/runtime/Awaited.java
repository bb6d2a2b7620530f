package dev.supie.application.runtime;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// What came of waiting for another thread; for callers whose own thread may wait.
public sealed interface Awaited<T> {

    record Come<T>(T value) implements Awaited<T> {}

    /// It took too long; it may still come, and nobody will know.
    record TooLate<T>() implements Awaited<T> {}

    /// The waiting thread is to end; it is still marked so.
    record Interrupted<T>() implements Awaited<T> {}

    /// Waits.
    ///
    /// @param promise never completed with a failure
    static <T> Awaited<T> of(CompletableFuture<T> promise, Duration most) {
        try {
            return new Come<>(promise.get(most.toNanos(), TimeUnit.NANOSECONDS));
        } catch (TimeoutException _) {
            return new TooLate<>();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return new Interrupted<>();
        } catch (ExecutionException broken) {
            throw new IllegalStateException("what was waited for has failed", broken);
        }
    }
}
