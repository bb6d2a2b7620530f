package dev.supie.adapter.out.speech;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/// The threads on which all badges' speech is recognized: platform threads, because native code
/// would hold the carrier of a virtual one, and no more than `asr.workers`.
///
/// Under load it gives up the least valuable first: partials need an idle thread; with more than
/// [#USUAL_WAITING_MAX] segments a thread waiting the small model takes over; with [#WAITING_MAX] a
/// thread waiting a segment is refused. First come, first served.
final class RecognitionPool implements AutoCloseable {

    static final int USUAL_WAITING_MAX = 2;
    static final int WAITING_MAX = 32;

    private static final System.Logger LOG = System.getLogger(RecognitionPool.class.getName());
    private static final long IDLE_THREAD_SECONDS = 60;
    private static final long END_SECONDS_MAX = 2;

    private final int workers;
    private final Supplier<SpeechModels> models;
    private final ThreadPoolExecutor threads;
    private final AtomicInteger busy = new AtomicInteger();
    private final SpeechCounters counters;

    /// @param models asked on a thread of the pool for each segment; may wait until they are loaded
    RecognitionPool(int workers, Supplier<SpeechModels> models, SpeechCounters counters) {
        this.workers = workers;
        this.models = models;
        this.counters = counters;
        this.threads =
                new ThreadPoolExecutor(
                        workers,
                        workers,
                        IDLE_THREAD_SECONDS,
                        TimeUnit.SECONDS,
                        new ArrayBlockingQueue<>(workers * WAITING_MAX),
                        Thread.ofPlatform().daemon().name("recognizer-", 0).factory());
        threads.allowCoreThreadTimeOut(true);
    }

    /// Takes a segment whose text is needed; false if too many wait, and then it is not recognized.
    boolean offer(RecognitionJob job) {
        return execute(new Work(job, Kind.FINAL));
    }

    /// Takes a segment whose text would be nice to have, if a thread has nothing to do and, where
    /// there are several, another one stays free for a segment that matters.
    boolean offerPartial(RecognitionJob job) {
        boolean taken = isIdle() && execute(new Work(job, Kind.PARTIAL));
        if (!taken) {
            counters.partialSkipped();
        }
        return taken;
    }

    private boolean execute(Work work) {
        try {
            threads.execute(work);
            return true;
        } catch (RejectedExecutionException _) {
            return false;
        }
    }

    /// What still waits of jobs of which nobody needs the result makes room for others. An owner is
    /// itself and no other, however equal.
    @SuppressWarnings("ReferenceEquality")
    void withdraw(Object owner) {
        threads.getQueue()
                .removeIf(waiting -> waiting instanceof Work work && work.job.owner() == owner);
    }

    Overload overload() {
        if (threads.getQueue().remainingCapacity() == 0) {
            return Overload.SPEECH;
        }
        if (isHurried()) {
            return Overload.USUAL_MODEL;
        }
        return isIdle() ? Overload.NONE : Overload.PARTIALS;
    }

    /// Whether a thread has nothing to do and, where there are several, another one stays free.
    private boolean isIdle() {
        return workers - busy.get() - threads.getQueue().size() > (workers > 1 ? 1 : 0);
    }

    private boolean isHurried() {
        return waiting() > workers * USUAL_WAITING_MAX;
    }

    int workers() {
        return workers;
    }

    int busy() {
        return busy.get();
    }

    int waiting() {
        return threads.getQueue().size();
    }

    /// What waits is dropped, what runs stops at its next word. True if all threads have ended, so
    /// that the models may be closed.
    boolean end() {
        threads.shutdownNow();
        try {
            return threads.awaitTermination(END_SECONDS_MAX, TimeUnit.SECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        end();
    }

    private enum Kind {
        FINAL,
        PARTIAL
    }

    private final class Work implements Runnable {

        private final RecognitionJob job;
        private final Kind kind;

        Work(RecognitionJob job, Kind kind) {
            this.job = job;
            this.kind = kind;
        }

        @Override
        public void run() {
            if (!isWanted()) {
                return;
            }
            busy.incrementAndGet();
            try {
                recognize();
            } catch (ModelBrokenException failure) {
                fail(failure);
            } catch (RuntimeException | Error bug) {
                // The edge of a thread: whoever waits for the text must be told all the same.
                fail(new ModelBrokenException("recognition is broken", bug));
            } finally {
                busy.decrementAndGet();
            }
        }

        private void fail(ModelBrokenException failure) {
            LOG.log(System.Logger.Level.WARNING, "a segment failed", failure);
            job.failed().accept(failure);
        }

        private boolean isWanted() {
            return job.wanted().getAsBoolean() && !threads.isShutdown();
        }

        private void recognize() {
            SpeechModel model = choose(models.get());
            long began = System.nanoTime();
            String text = model.transcribe(job.sound(), this::isWanted);
            long took = System.nanoTime() - began;
            counters.recognized(kind == Kind.PARTIAL, model.name(), job.sound().length(), took);
            job.recognized().accept(new RecognitionJob.Recognized(text, model.name()));
        }

        private SpeechModel choose(SpeechModels pair) {
            return isHurried() || kind == Kind.PARTIAL ? pair.small() : pair.usual();
        }
    }
}
