package dev.supie.adapter.out.speech.voice;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;

/// Places for a few, first come first served. Unlike with a semaphore, whoever waits for one can be
/// told from elsewhere that there is no need any more. Safe for use by many threads.
final class Places {

    /// Guards what follows, for moments.
    private final ReentrantLock lock = new ReentrantLock();

    private final ArrayDeque<Place> waiting = new ArrayDeque<>();
    private int free;

    Places(int count) {
        free = count;
    }

    /// One place, or the right to the next that becomes free. As many wait as threads ask.
    Place ask() {
        Place place = new Place();
        lock.lock();
        try {
            if (free > 0) {
                free--;
                place.granted.complete(true);
            } else {
                waiting.addLast(place);
            }
        } finally {
            lock.unlock();
        }
        return place;
    }

    /// How many wait right now.
    int waiting() {
        lock.lock();
        try {
            return waiting.size();
        } finally {
            lock.unlock();
        }
    }

    private void freed() {
        lock.lock();
        try {
            Place next = waiting.pollFirst();
            if (next == null) {
                free++;
            } else {
                next.granted.complete(true);
            }
        } finally {
            lock.unlock();
        }
    }

    /// Asked for by one thread.
    final class Place {

        private final CompletableFuture<Boolean> granted = new CompletableFuture<>();

        /// Waits for it; false if it was given up or did not become free in time. Only who is told
        /// true has to [#giveBack] it.
        boolean awaited(Duration within) throws InterruptedException {
            try {
                return granted.get(within.toNanos(), TimeUnit.NANOSECONDS);
            } catch (TimeoutException _) {
                // It may just have become free.
                giveUp();
                return granted.join();
            } catch (InterruptedException interrupted) {
                giveUp();
                if (granted.join()) {
                    giveBack();
                }
                throw interrupted;
            } catch (ExecutionException impossible) {
                throw new IllegalStateException("nobody completes it with a failure", impossible);
            }
        }

        /// Waits no longer; nothing for who has it already. From any thread; never blocks.
        void giveUp() {
            lock.lock();
            try {
                if (waiting.remove(this)) {
                    granted.complete(false);
                }
            } finally {
                lock.unlock();
            }
        }

        /// Once.
        void giveBack() {
            freed();
        }
    }
}
