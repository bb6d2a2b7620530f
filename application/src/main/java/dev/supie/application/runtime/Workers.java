package dev.supie.application.runtime;

import java.util.ArrayDeque;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.ReentrantLock;

/// Background work that may take long, at most so many pieces at a time (`meeting.workers`); as
/// many again as [#WAITING_MAX] wait their turn, first come first served. One more is refused.
public final class Workers {

    public static final int WAITING_MAX = 1024;

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
        executor.execute(() -> runAndGoOn(work));
        return true;
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

    private void runAndGoOn(Runnable work) {
        try {
            work.run();
        } finally {
            goOn();
        }
    }

    /// Each piece starts as a task of its own, so that a long line does not become a deep stack.
    private void goOn() {
        Runnable next;
        lock.lock();
        try {
            next = waiting.pollFirst();
            if (next == null) {
                busy--;
            }
        } finally {
            lock.unlock();
        }
        if (next != null) {
            Runnable work = next;
            executor.execute(() -> runAndGoOn(work));
        }
    }
}
