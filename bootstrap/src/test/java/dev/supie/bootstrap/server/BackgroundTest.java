package dev.supie.bootstrap.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;

/// CON-6: what runs beside the badges ends before the store does.
@Timeout(60)
final class BackgroundTest {

    private final Background background = new Background();
    private final CountDownLatch running = new CountDownLatch(1);

    @Test
    void waitsForWhatRunsWhenItEnds() throws InterruptedException {
        AtomicBoolean ended = new AtomicBoolean();
        background.execute(
                () -> {
                    waitForInterrupt(running);
                    spin(1_000_000);
                    ended.set(true);
                });
        running.await();

        background.close();

        assertTrue(ended.get());
    }

    @Test
    void doesNotWaitForWhatNeverEnds() throws InterruptedException {
        CountDownLatch over = new CountDownLatch(1);
        background.execute(
                () -> {
                    running.countDown();
                    awaitWhateverHappens(over);
                });
        running.await();

        background.close();

        assertEquals(1, over.getCount());
        over.countDown();
    }

    @Test
    void dropsWhatComesAfterwards() {
        AtomicBoolean ran = new AtomicBoolean();
        background.close();

        background.execute(() -> ran.set(true));

        assertFalse(ran.get());
    }

    private static void waitForInterrupt(CountDownLatch running) {
        running.countDown();
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException _) {
            // That is what it waits for.
        }
    }

    private static void spin(int times) {
        for (int i = 0; i < times; i++) {
            Thread.onSpinWait();
        }
    }

    private static void awaitWhateverHappens(CountDownLatch over) {
        boolean waiting = true;
        while (waiting) {
            try {
                over.await();
                waiting = false;
            } catch (InterruptedException _) {
                // It is stubborn.
            }
        }
    }
}
