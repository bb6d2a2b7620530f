package dev.supie.application.runtime;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Virtual threads of a test, and ways to wait for them that have an end.
final class Crowd {

    static final Duration PATIENCE = Duration.ofSeconds(6);

    private final List<Thread> members = new ArrayList<>();

    /// Starts one more.
    Thread start(Runnable work) {
        Thread member = Thread.ofVirtual().start(work);
        members.add(member);
        return member;
    }

    /// Starts one more and returns once it waits for something.
    Thread startAndLetWait(Runnable work) {
        Thread member = start(work);
        letWait(member);
        return member;
    }

    static void letWait(Thread member) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!isWaiting(member)) {
            assertTrue(System.nanoTime() < end, "does not wait");
            letOthersRun();
        }
    }

    /// Nothing relies on it: it makes a wait cheaper and an unlucky order likelier.
    @SuppressWarnings("ThreadPriorityCheck")
    static void letOthersRun() {
        Thread.yield();
    }

    private static boolean isWaiting(Thread member) {
        return switch (member.getState()) {
            case WAITING, TIMED_WAITING -> true;
            case NEW, RUNNABLE, BLOCKED, TERMINATED -> false;
        };
    }

    /// Waits until all have ended.
    void join() {
        members.forEach(Crowd::awaitEnd);
    }

    static void awaitEnd(Thread member) {
        try {
            assertTrue(member.join(PATIENCE), "does not end");
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    static void await(CountDownLatch latch) {
        try {
            assertTrue(latch.await(PATIENCE.toSeconds(), TimeUnit.SECONDS), "never happened");
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }
}
