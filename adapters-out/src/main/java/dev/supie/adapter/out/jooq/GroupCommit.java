package dev.supie.adapter.out.jooq;

import dev.supie.application.meeting.port.StoreException;

import org.jooq.DSLContext;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;

/// Lets writes that would wait for each other share a commit: what has come while one group was
/// under way is the next group, in the order it came, at most [#TOGETHER_MAX] writes. Nobody waits
/// for a group to fill up. The first of a group runs it on its own thread for all of them, and then
/// calls the first of the next.
///
/// Safe for use by many threads.
final class GroupCommit {

    /// The first one's answer waits for the last one's statements, and if the commit fails it fails
    /// for all, so a group is not as large as it can be.
    static final int TOGETHER_MAX = 64;

    /// Writes in line; one more fails at once. Each is a caller that waits.
    static final int WAITING_MAX = 10_000;

    private final Consumer<List<SharedWrite<?>>> commit;
    private final Duration patience;
    private final ReentrantLock lock = new ReentrantLock();
    private final ArrayDeque<SharedWrite<?>> waiting = new ArrayDeque<>();
    private boolean underWay;

    /// @param commit runs writes in one transaction and settles each; never called twice at the
    ///   same time, throws nothing
    /// @param patience how long a write waits in line
    GroupCommit(Consumer<List<SharedWrite<?>>> commit, Duration patience) {
        this.commit = commit;
        this.patience = patience;
    }

    /// Returns once the write is committed.
    ///
    /// @throws StoreException if it is not, as far as anybody knows
    /// @throws RuntimeException whatever the statements have thrown; then nothing of them is left
    <T> T write(Function<DSLContext, T> statements) {
        SharedWrite<T> write = new SharedWrite<>(statements);
        if (isFirst(write) || isCalledToLead(write)) {
            lead();
        }
        return write.result();
    }

    /// Writes in line, without those under way.
    int waiting() {
        lock.lock();
        try {
            return waiting.size();
        } finally {
            lock.unlock();
        }
    }

    /// Lines it up. True if there is nobody who would call it.
    private boolean isFirst(SharedWrite<?> write) {
        lock.lock();
        try {
            if (waiting.size() >= WAITING_MAX) {
                throw new StoreException("too many writes are waiting");
            }
            waiting.addLast(write);
            boolean first = !underWay;
            underWay = true;
            return first;
        } finally {
            lock.unlock();
        }
    }

    /// False if another has run it.
    private boolean isCalledToLead(SharedWrite<?> write) {
        try {
            return write.leads().get(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException _) {
            giveUp(write, new StoreException("the transactions before this one took too long"));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            giveUp(write, new StoreException("interrupted before writing", e));
        } catch (ExecutionException e) {
            throw new IllegalStateException("nobody fails a call", e);
        }
        return write.leads().join();
    }

    /// Fails with the reason, unless the write is under way: then it has to be waited for.
    private void giveUp(SharedWrite<?> write, StoreException reason) {
        lock.lock();
        try {
            if (!write.leads().isDone() && waiting.remove(write)) {
                throw reason;
            }
        } finally {
            lock.unlock();
        }
    }

    /// Whoever leads is the first in line.
    private void lead() {
        // An interrupt is meant for this caller, not for those whose writes it runs.
        boolean interrupted = Thread.interrupted();
        List<SharedWrite<?>> together = next();
        try {
            commit.accept(together);
        } finally {
            together.stream().skip(1).forEach(write -> write.leads().complete(false));
            callNext();
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private List<SharedWrite<?>> next() {
        lock.lock();
        try {
            List<SharedWrite<?>> together = new ArrayList<>();
            while (together.size() < TOGETHER_MAX && !waiting.isEmpty()) {
                together.add(waiting.removeFirst());
            }
            return together;
        } finally {
            lock.unlock();
        }
    }

    private void callNext() {
        lock.lock();
        try {
            underWay = !waiting.isEmpty();
            if (underWay) {
                waiting.getFirst().leads().complete(true);
            }
        } finally {
            lock.unlock();
        }
    }
}
