package dev.supie.bootstrap.server;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

/// Virtual threads for everything that runs beside the callers. After the end tasks are dropped
/// instead of refused, because everything worth keeping is in the store by then.
final class Background implements Executor, AutoCloseable {

    private static final System.Logger LOG = System.getLogger(Background.class.getName());

    /// How long the end waits for what runs.
    static final Duration ENDING_MAX = Duration.ofMillis(500);

    private final ExecutorService threads =
            Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("background-", 0).factory());

    @Override
    public void execute(Runnable task) {
        try {
            threads.execute(task);
        } catch (RejectedExecutionException dropped) {
            if (!threads.isShutdown()) {
                throw dropped;
            }
        }
    }

    /// Interrupts what runs, because only calls of language models take long and a restart repeats
    /// them, and waits for it at most [#ENDING_MAX]: what comes to its end meets a store that is
    /// still open.
    @Override
    public void close() {
        threads.shutdownNow();
        try {
            if (!threads.awaitTermination(ENDING_MAX.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.log(System.Logger.Level.WARNING, "work beside the badges did not end in time");
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
