package dev.supie.adapter.out.speech.voice;

import dev.supie.application.speaking.port.SynthesisResult;

import org.jspecify.annotations.Nullable;

import java.util.concurrent.locks.ReentrantLock;

/// Whether a sentence is to be said no further, because whoever wanted it has given up or because
/// its time is over, and what breaks it off then. Safe for use by many threads.
final class Ending {

    /// Guards what follows, for moments.
    private final ReentrantLock lock = new ReentrantLock();

    private @Nullable Runnable breaking;
    private boolean cancelled;
    private boolean overdue;

    boolean isCancelled() {
        lock.lock();
        try {
            return cancelled;
        } finally {
            lock.unlock();
        }
    }

    /// From now on there is something to break off; at once, if it is to be said no further
    /// already.
    ///
    /// @param breakOff takes no time; called with the lock held, so never after [#result]
    void breaksOffBy(Runnable breakOff) {
        lock.lock();
        try {
            breaking = breakOff;
            if (cancelled || overdue) {
                breakOff.run();
            }
        } finally {
            lock.unlock();
        }
    }

    void cancel() {
        lock.lock();
        try {
            cancelled = true;
            breakOff();
        } finally {
            lock.unlock();
        }
    }

    void timeIsUp() {
        lock.lock();
        try {
            overdue = true;
            breakOff();
        } finally {
            lock.unlock();
        }
    }

    private void breakOff() {
        if (breaking != null) {
            breaking.run();
        }
    }

    /// What has become of it. From here on there is nothing to break off.
    ///
    /// @param otherwise if it was neither given up nor too late
    SynthesisResult result(SynthesisResult otherwise) {
        lock.lock();
        try {
            breaking = null;
            if (cancelled) {
                return new SynthesisResult.Cancelled();
            }
            return overdue ? Refusals.outOfTime() : otherwise;
        } finally {
            lock.unlock();
        }
    }
}
