package dev.supie.application.runtime;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/// Like a [Lane], for work that is cheaper together: everything that has come in while one round
/// was under way is the next round, in the order it came, at most [#ROUND_MAX] pieces. So many
/// writes are stored at the price of one, and nobody waits for a round to fill up.
///
/// At most [#WAITING_MAX] pieces wait; one more is refused. Urgent pieces are always taken; by
/// their nature there are only a few. Patient ones too, but they do not begin a round: they are in
/// whichever comes next, or in one that [#hurry] asks for. A round that ends with an exception is
/// over; the next one runs.
///
/// @param <T> a piece of work
public final class Rounds<T> {

    public static final int ROUND_MAX = 256;
    public static final int WAITING_MAX = 4096;

    private static final System.Logger LOG = System.getLogger(Rounds.class.getName());

    private final Executor executor;
    private final Consumer<List<T>> round;
    private final ReentrantLock lock = new ReentrantLock();
    private final ArrayDeque<T> waiting = new ArrayDeque<>();
    private int patient;
    private boolean running;
    private boolean held;

    /// @param round does the work of one round; never called twice at the same time
    public Rounds(Executor executor, Consumer<List<T>> round) {
        this.executor = executor;
        this.round = round;
    }

    /// Lines up a piece; false if too much is waiting, and then it will not be done.
    public boolean offer(T piece) {
        return add(piece, WAITING_MAX);
    }

    /// Lines up a piece that must not be refused.
    public void urgent(T piece) {
        add(piece, Integer.MAX_VALUE);
    }

    /// Lines up a piece that nobody waits for, to be done together with the next one that somebody
    /// does.
    public void patient(T piece) {
        lock.lock();
        try {
            waiting.addLast(piece);
            patient++;
        } finally {
            lock.unlock();
        }
    }

    /// What waits has waited long enough, even if all of it is patient.
    public void hurry() {
        lock.lock();
        try {
            patient = 0;
            if (!begins()) {
                return;
            }
        } finally {
            lock.unlock();
        }
        borrowThread();
    }

    /// Puts pieces back before all others and rests until [#goOn]. To be called by a round.
    public void holdBack(List<T> pieces) {
        lock.lock();
        try {
            held = true;
            pieces.reversed().forEach(waiting::addFirst);
        } finally {
            lock.unlock();
        }
    }

    /// Ends the rest after [#holdBack]; harmless if there is none.
    public void goOn() {
        lock.lock();
        try {
            held = false;
            if (!begins()) {
                return;
            }
        } finally {
            lock.unlock();
        }
        borrowThread();
    }

    private boolean add(T piece, int limit) {
        lock.lock();
        try {
            if (waiting.size() >= limit) {
                return false;
            }
            waiting.addLast(piece);
            if (!begins()) {
                return true;
            }
        } finally {
            lock.unlock();
        }
        borrowThread();
        return true;
    }

    /// Whether a thread has to be borrowed now, which then is on its way.
    private boolean begins() {
        boolean begins = !running && mayGoOn();
        running |= begins;
        return begins;
    }

    /// Whether there is something that somebody waits for.
    private boolean mayGoOn() {
        return !held && waiting.size() > patient;
    }

    /// Without a thread nobody would ever take this up again, so it must not look busy. What waits
    /// stays, for whenever there is a thread.
    private void borrowThread() {
        try {
            executor.execute(this::drain);
        } catch (RejectedExecutionException refused) {
            lock.lock();
            try {
                running = false;
            } finally {
                lock.unlock();
            }
            throw refused;
        }
    }

    private void drain() {
        List<T> pieces = next();
        while (!pieces.isEmpty()) {
            run(pieces);
            pieces = next();
        }
    }

    private List<T> next() {
        lock.lock();
        try {
            if (!mayGoOn()) {
                running = false;
                return List.of();
            }
            List<T> pieces = new ArrayList<>(Math.min(waiting.size(), ROUND_MAX));
            while (pieces.size() < ROUND_MAX && !waiting.isEmpty()) {
                pieces.add(waiting.removeFirst());
            }
            // Those that are left after a full round have waited for one.
            patient = 0;
            return pieces;
        } finally {
            lock.unlock();
        }
    }

    /// One broken round must not stop the ones behind it; every thrown kind is caught for that.
    private void run(List<T> pieces) {
        try {
            round.accept(pieces);
        } catch (RuntimeException | Error broken) {
            LOG.log(System.Logger.Level.ERROR, "a round of work failed", broken);
        }
    }
}
