package dev.supie.application.runtime;

import java.util.ArrayDeque;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.ReentrantLock;

/// A line of tasks that run one after the other, in the order they came, on threads borrowed from
/// an executor only while there is something to do: an idle lane holds no thread.
///
/// At most [#WAITING_MAX] ordinary tasks wait; one more is refused. Urgent tasks (the end of a
/// connection, an alarm) are always taken; by their nature there are only a few per lane. If the
/// executor refuses, so does the lane, by the same exception: the task will not run.
public final class Lane {

    public static final int WAITING_MAX = 128;

    private static final System.Logger LOG = System.getLogger(Lane.class.getName());

    private final Executor executor;
    private final ReentrantLock lock = new ReentrantLock();
    private final ArrayDeque<Runnable> waiting = new ArrayDeque<>(4);
    private boolean running;

    public Lane(Executor executor) {
        this.executor = executor;
    }

    /// Lines up a task; false if too many are waiting, and then it will not run.
    public boolean offer(Runnable task) {
        return add(task, WAITING_MAX);
    }

    /// Lines up a task that must not be refused.
    public void urgent(Runnable task) {
        add(task, Integer.MAX_VALUE);
    }

    private boolean add(Runnable task, int limit) {
        lock.lock();
        try {
            if (waiting.size() >= limit) {
                return false;
            }
            waiting.addLast(task);
            if (running) {
                return true;
            }
            running = true;
        } finally {
            lock.unlock();
        }
        borrowThread(task);
        return true;
    }

    /// Without a thread nobody would ever take up this lane again, so it must not look busy.
    private void borrowThread(Runnable task) {
        try {
            executor.execute(this::drain);
        } catch (RejectedExecutionException refused) {
            lock.lock();
            try {
                running = false;
                waiting.remove(task);
            } finally {
                lock.unlock();
            }
            throw refused;
        }
    }

    private void drain() {
        Runnable task = next();
        while (task != null) {
            run(task);
            task = next();
        }
    }

    private @org.jspecify.annotations.Nullable Runnable next() {
        lock.lock();
        try {
            Runnable task = waiting.pollFirst();
            if (task == null) {
                running = false;
            }
            return task;
        } finally {
            lock.unlock();
        }
    }

    /// One broken task must not stop the ones behind it; every thrown kind is caught for that.
    private static void run(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException | Error broken) {
            LOG.log(System.Logger.Level.ERROR, "a task of a lane failed", broken);
        }
    }
}
