package dev.supie.application.connection;

import dev.supie.application.speech.Ear;

import org.jspecify.annotations.Nullable;

import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/// The ear of one connection, which it gets when it is first needed; so a badge that never speaks
/// costs nothing. Safe for use by many threads.
final class OwnEar {

    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable Ear ear;
    private boolean closed;

    /// The ear, made now if there is none; empty once the connection has ended.
    Optional<Ear> open(Supplier<Ear> fresh) {
        lock.lock();
        try {
            if (ear == null && !closed) {
                ear = fresh.get();
            }
            return Optional.ofNullable(ear);
        } finally {
            lock.unlock();
        }
    }

    /// The ear if there is one.
    Optional<Ear> find() {
        lock.lock();
        try {
            return Optional.ofNullable(ear);
        } finally {
            lock.unlock();
        }
    }

    /// From now on there is none, nor will there be; gives the last one to whoever closes it.
    Optional<Ear> take() {
        lock.lock();
        try {
            closed = true;
            Optional<Ear> last = Optional.ofNullable(ear);
            ear = null;
            return last;
        } finally {
            lock.unlock();
        }
    }
}
