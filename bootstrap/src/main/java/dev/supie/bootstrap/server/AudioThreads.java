package dev.supie.bootstrap.server;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/// Where sound is worked on: a fixed number of platform threads, because that computes, and partly
/// in native code, which would hold on to the carriers of virtual threads. At most one task per
/// badge waits at a time.
final class AudioThreads implements Executor, AutoCloseable {

    /// A task lasts milliseconds.
    private static final Duration END_MAX = Duration.ofSeconds(1);

    private final String name;
    private final ExecutorService threads;

    AudioThreads(String name, int count) {
        this.name = name;
        threads =
                Executors.newFixedThreadPool(
                        count, Thread.ofPlatform().daemon().name(name + "-", 0).factory());
    }

    @Override
    public void execute(Runnable task) {
        threads.execute(task);
    }

    /// What still waits is dropped: there is nobody left to be told.
    @Override
    public void close() {
        threads.shutdownNow();
        try {
            boolean ended = threads.awaitTermination(END_MAX.toMillis(), TimeUnit.MILLISECONDS);
            if (!ended) {
                System.getLogger(AudioThreads.class.getName())
                        .log(System.Logger.Level.WARNING, "{0} does not end", name);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
