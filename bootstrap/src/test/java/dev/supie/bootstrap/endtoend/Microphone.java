package dev.supie.bootstrap.endtoend;

import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/// Sends packets at a steady pace, for any number of badges at once. Of one badge nothing else may
/// be said while its packets are being sent.
final class Microphone implements AutoCloseable {

    /// What MSG-2 lets through for ever.
    static final Duration FASTEST = Duration.ofMillis(10);

    /// As people speak.
    static final Duration REAL_TIME = Duration.ofMillis(60);

    private static final int THREADS = 2;

    private final ScheduledExecutorService clock = Executors.newScheduledThreadPool(THREADS);

    /// Completed once the last packet is on its way.
    CompletableFuture<Void> play(Badge badge, List<byte[]> packets, Duration pace) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        Iterator<byte[]> next = packets.iterator();
        ScheduledFuture<?> ticking =
                clock.scheduleAtFixedRate(
                        () -> send(badge, next, done), 0, pace.toNanos(), TimeUnit.NANOSECONDS);
        return done.whenComplete((_, _) -> ticking.cancel(false));
    }

    private static void send(Badge badge, Iterator<byte[]> next, CompletableFuture<Void> done) {
        try {
            if (next.hasNext()) {
                badge.send(next.next());
            } else {
                done.complete(null);
            }
        } catch (RuntimeException failure) {
            // Whoever waits must hear of it; the clock would swallow it.
            done.completeExceptionally(failure);
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
