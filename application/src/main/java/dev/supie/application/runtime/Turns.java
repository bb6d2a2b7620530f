package dev.supie.application.runtime;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/// One at a time per key: whoever has the key's turn is the only one that works on what the key
/// names. Others wait in order, at most [#WAITING_MAX] of them and at most [#WAIT_MAX] each; more
/// or longer is a result, not an exception.
///
/// A key that nobody uses costs nothing. A turn must not be taken inside another one, unless by
/// [#takeAll].
///
/// @param <K> what is worked on; needs `equals` and `hashCode`
public final class Turns<K> {

    public static final int WAITING_MAX = 64;
    public static final Duration WAIT_MAX = Duration.ofSeconds(5);

    private final ConcurrentHashMap<K, Seat> seats = new ConcurrentHashMap<>();
    private final Duration waitMax;

    public Turns() {
        this(WAIT_MAX);
    }

    Turns(Duration waitMax) {
        this.waitMax = waitMax;
    }

    /// What came of asking for a turn.
    public sealed interface Turn<T> {

        /// The work was done.
        record Done<T>(T result) implements Turn<T> {}

        /// Too many were waiting, or the wait took too long or was interrupted; nothing was done.
        record Busy<T>() implements Turn<T> {}
    }

    /// Does the work when it is this caller's turn. An exception of the work goes to the caller,
    /// and the turn goes on to the next.
    public <T> Turn<T> take(K key, Supplier<T> work) {
        @Nullable Seat seat = seats.compute(key, (_, taken) -> reserved(taken));
        try {
            if (seat == null || !seat.enter(waitMax)) {
                return new Turn.Busy<>();
            }
            try {
                return new Turn.Done<>(work.get());
            } finally {
                seat.leave();
            }
        } finally {
            if (seat != null) {
                seats.compute(key, (_, taken) -> released(taken));
            }
        }
    }

    /// The turns of several keys at once. Everybody must name keys in the same order, so that no
    /// two wait for each other; each is waited for as long as a single one.
    ///
    /// @param keys at least one, each once
    public <T> Turn<T> takeAll(List<K> keys, Supplier<T> work) {
        K first = keys.getFirst();
        if (keys.size() == 1) {
            return take(first, work);
        }
        return switch (take(first, () -> takeAll(keys.subList(1, keys.size()), work))) {
            case Turn.Done<Turn<T>> done -> done.result();
            case Turn.Busy<Turn<T>> _ -> new Turn.Busy<>();
        };
    }

    /// Keys somebody works on or waits for right now.
    public int inUse() {
        return seats.size();
    }

    private static Seat reserved(@Nullable Seat taken) {
        Seat seat = taken == null ? new Seat() : taken;
        seat.users++;
        return seat;
    }

    private static @Nullable Seat released(@Nullable Seat taken) {
        if (taken == null) {
            return null;
        }
        taken.users--;
        return taken.users == 0 ? null : taken;
    }

    /// Fair, so that nobody who waits is overtaken.
    private static final class Seat {
        private final ReentrantLock lock = new ReentrantLock(true);

        /// For the one who works and those who wait. The lock's own queue length is an estimate,
        /// which a crowd that comes at once would slip past.
        private final Semaphore places = new Semaphore(1 + WAITING_MAX);

        private int users;

        boolean enter(Duration waitMax) {
            if (lock.isHeldByCurrentThread()) {
                throw new IllegalStateException("a turn inside a turn");
            }
            if (!places.tryAcquire()) {
                return false;
            }
            boolean entered = false;
            try {
                entered = lock.tryLock(waitMax.toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            } finally {
                if (!entered) {
                    places.release();
                }
            }
            return entered;
        }

        void leave() {
            lock.unlock();
            places.release();
        }
    }
}
