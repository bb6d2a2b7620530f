package dev.supie.application.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.application.runtime.Turns.Turn;

import org.junit.jupiter.api.Test;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// How many may wait for one key.
class TurnsLimitTest {

    private final Turns<String> turns = new Turns<>(Crowd.PATIENCE);
    private final Crowd crowd = new Crowd();
    private final CountDownLatch end = new CountDownLatch(1);
    private final AtomicInteger done = new AtomicInteger();
    private final AtomicInteger busy = new AtomicInteger();
    private final Semaphore refusals = new Semaphore(0);

    private void occupy() {
        CountDownLatch began = new CountDownLatch(1);
        crowd.start(
                () ->
                        turns.take(
                                "key",
                                () -> {
                                    began.countDown();
                                    Crowd.await(end);
                                    return true;
                                }));
        Crowd.await(began);
    }

    private void ask() {
        switch (turns.take("key", () -> true)) {
            case Turn.Done<Boolean> _ -> done.incrementAndGet();
            case Turn.Busy<Boolean> _ -> {
                busy.incrementAndGet();
                refusals.release();
            }
        }
    }

    private void finish() {
        end.countDown();
        crowd.join();
    }

    @Test
    void asManyAsTheLimitWaitAndOneMoreIsBusyAtOnce() {
        occupy();
        for (int i = 0; i < Turns.WAITING_MAX; i++) {
            crowd.startAndLetWait(this::ask);
        }
        assertEquals(0, busy.get());

        ask();

        assertEquals(1, busy.get());
        finish();
        assertEquals(Turns.WAITING_MAX, done.get());
        assertEquals(0, turns.inUse());
    }

    @Test
    void oneWhoGaveUpMakesRoomForAnother() {
        occupy();
        Thread first = crowd.startAndLetWait(this::ask);
        for (int i = 1; i < Turns.WAITING_MAX; i++) {
            crowd.startAndLetWait(this::ask);
        }

        first.interrupt();
        Crowd.awaitEnd(first);
        crowd.startAndLetWait(this::ask);

        finish();
        assertEquals(1, busy.get());
        assertEquals(Turns.WAITING_MAX, done.get());
    }

    @Test
    void aCrowdThatAsksAllAtOnceDoesNotPassTheLimit() throws InterruptedException {
        for (int round = 0; round < 300; round++) {
            new TurnsLimitTest().crowdOf(3 * Turns.WAITING_MAX);
        }
    }

    private void crowdOf(int size) throws InterruptedException {
        occupy();
        CountDownLatch go = new CountDownLatch(1);
        for (int i = 0; i < size; i++) {
            crowd.start(
                    () -> {
                        Crowd.await(go);
                        ask();
                    });
        }

        go.countDown();

        assertTrue(
                refusals.tryAcquire(
                        size - Turns.WAITING_MAX, Crowd.PATIENCE.toSeconds(), TimeUnit.SECONDS),
                "more wait than may");
        finish();
        assertEquals(Turns.WAITING_MAX, done.get());
        assertEquals(0, turns.inUse());
    }
}
