package dev.supie.adapter.out.service;

import java.util.concurrent.locks.ReentrantLock;

/// How a service answered last, in a few words for people. Safe for use by many threads.
public final class LastState {

    public static final String NOT_KNOWN = "not asked yet";
    public static final String READY = "ready";

    private final ReentrantLock changing = new ReentrantLock();
    private volatile String words = NOT_KNOWN;

    public String words() {
        return words;
    }

    /// True for one of many that say the same at once, so that a change is logged once.
    public boolean becomes(String next) {
        changing.lock();
        try {
            boolean change = !words.equals(next);
            words = next;
            return change;
        } finally {
            changing.unlock();
        }
    }
}
