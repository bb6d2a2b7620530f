package dev.supie.adapter.out.tracing;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

/// Where exchanges with a collector run, each on a thread of its own, so that the one that is under
/// way can be interrupted and the next one still runs. Whoever uses it begins one at a time. Safe
/// for use by many threads.
final class Exchanges extends AbstractExecutorService {

    private @Nullable Thread latest;
    private boolean ended;

    @Override
    public synchronized void execute(Runnable exchange) {
        if (ended) {
            throw new RejectedExecutionException("the server is ending");
        }
        latest = Thread.ofVirtual().name("spans-exchange").start(exchange);
    }

    /// Ends what is under way; harmless if nothing is.
    synchronized void interrupt() {
        if (latest != null) {
            latest.interrupt();
        }
    }

    @Override
    public synchronized void shutdown() {
        ended = true;
    }

    @Override
    public synchronized List<Runnable> shutdownNow() {
        shutdown();
        interrupt();
        return List.of();
    }

    @Override
    public synchronized boolean isShutdown() {
        return ended;
    }

    @Override
    public synchronized boolean isTerminated() {
        return ended && (latest == null || !latest.isAlive());
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException {
        Thread last;
        synchronized (this) {
            last = latest;
        }
        return last == null || last.join(Duration.of(timeout, unit.toChronoUnit()));
    }
}
