package dev.supie.application.runtime;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.ReentrantLock;

/// Background work that may take long, at most so many pieces at a time (`meeting.workers`); up to
/// [#WAITING_MAX] more wait their turn, first come first served. One more is refused. What was
/// taken is done, unless the process ends.
public final class Workers {

    public static final int WAITING_MAX = 1024;

    private static final System.Logger LOG = System.getLogger(Workers.class.getName());

    private final Executor executor;
    private final int concurrencyMax;
    private final ReentrantLock lock = new ReentrantLock();
    private final ArrayDeque<Runnable> waiting = new ArrayDeque<>();
    private int busy;

    public Workers(Executor executor, int concurrencyMax) {
        if (concurrencyMax < 1) {
            throw new IllegalArgumentException("at least one worker is needed");
        }
        this.executor = executor;
        this.concurrencyMax = concurrencyMax;
    }

    /// Runs the work soon; false if too much is waiting, and then it will not run.
    public boolean offer(Runnable work) {
        lock.lock();
        try {
            if (busy >= concurrencyMax) {
                if (waiting.size() >= WAITING_MAX) {
                    return false;
                }
                waiting.addLast(work);
                return true;
            }
            busy++;
        } finally {
            lock.unlock();
        }
        begin(work);
        return true;
    }

    private void begin(Runnable work) {
        try {
            executor.execute(() -> runAndGoOn(work));
        } catch (RejectedExecutionException refused) {
            lock.lock();
            try {
                busy--;
            } finally {
                lock.unlock();
            }
            throw refused;
        }
    }

    /// Pieces that wait for a free worker.
    public int waiting() {
        lock.lock();
        try {
            return waiting.size();
        } finally {
            lock.unlock();
        }
    }

    private void runAndGoOn(Runnable first) {
        @Nullable Runnable work = first;
        while (work != null) {
            run(work);
            work = handOn();
        }
    }

    /// A broken piece must not cost the others their worker; every thrown kind is caught for that.
    private static void run(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException | Error broken) {
            LOG.log(System.Logger.Level.ERROR, "a piece of background work failed", broken);
        }
    }

    /// The next piece starts as a task of its own. If there is no thread for it, it comes back to
    /// be done here, because it was taken and must not be lost.
    private @Nullable Runnable handOn() {
        @Nullable Runnable next = next();
        if (next == null) {
            return null;
        }
        try {
            executor.execute(() -> runAndGoOn(next));
            return null;
        } catch (RejectedExecutionException _) {
            return next;
        }
    }

    private @Nullable Runnable next() {
        lock.lock();
        try {
            Runnable next = waiting.pollFirst();
            if (next == null) {
                busy--;
            }
            return next;
        } finally {
            lock.unlock();
        }
    }
}
