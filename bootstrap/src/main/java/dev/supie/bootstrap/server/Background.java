package dev.supie.bootstrap.server;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;

/// Virtual threads for everything that runs beside the callers. After the end tasks are dropped
/// instead of refused, because everything worth keeping is in the store by then.
final class Background implements Executor, AutoCloseable {

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

    /// Interrupts what runs: only calls of language models take long, and a restart repeats them.
    @Override
    public void close() {
        threads.shutdownNow();
    }
}
