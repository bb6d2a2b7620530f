package dev.supie.planted.applicationdependencies.application;

import java.util.concurrent.locks.ReentrantLock;

/// Logs and waits for a turn.
final class Innocent {

    private static final System.Logger LOG = System.getLogger("turns");

    private final ReentrantLock turn = new ReentrantLock();

    void log() {
        turn.lock();
        try {
            LOG.log(System.Logger.Level.INFO, "mine");
        } finally {
            turn.unlock();
        }
    }
}
