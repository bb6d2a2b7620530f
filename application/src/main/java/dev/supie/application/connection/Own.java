package dev.supie.application.connection;

import org.jspecify.annotations.Nullable;

import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/// The ear of one connection, or its talk, which it gets when it is first needed; so a badge that
/// never speaks costs nothing. Safe for use by many threads.
final class Own<T> {

    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable T own;
    private boolean closed;

    /// It, made now if there is none; empty once the connection has ended.
    Optional<T> open(Supplier<T> fresh) {
        lock.lock();
        try {
            if (own == null && !closed) {
                own = fresh.get();
            }
            return Optional.ofNullable(own);
        } finally {
            lock.unlock();
        }
    }

    /// It, if there is one.
    Optional<T> find() {
        lock.lock();
        try {
            return Optional.ofNullable(own);
        } finally {
            lock.unlock();
        }
    }

    /// From now on there is none, nor will there be; gives the last one to whoever closes it.
    Optional<T> take() {
        lock.lock();
        try {
            closed = true;
            Optional<T> last = Optional.ofNullable(own);
            own = null;
            return last;
        } finally {
            lock.unlock();
        }
    }
}
