package dev.supie.application.runtime;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.supie.application.runtime.Turns.Turn;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;

/// Random work on few keys by many threads, against the simplest model: as many steps as answers.
class TurnsModelTest {

    private static final int KEYS = 5;
    private static final int THREADS = 20;
    private static final int OPERATIONS = 2000;

    private final Turns<Integer> turns = new Turns<>(Crowd.PATIENCE);
    private final Crowd crowd = new Crowd();

    /// Not safe for threads: only turns keep these right.
    private final int[] steps = new int[KEYS];

    private final AtomicIntegerArray inside = new AtomicIntegerArray(KEYS);
    private final AtomicIntegerArray answered = new AtomicIntegerArray(KEYS);
    private final AtomicInteger together = new AtomicInteger();

    @Test
    void everyStepHappensOnceAndAlone() {
        SplittableRandom seeds = new SplittableRandom(20261121);
        for (int i = 0; i < THREADS; i++) {
            SplittableRandom random = seeds.split();
            crowd.start(() -> work(random));
        }
        crowd.join();

        int[] expected = new int[KEYS];
        for (int key = 0; key < KEYS; key++) {
            expected[key] = answered.get(key);
        }
        assertArrayEquals(expected, steps);
        assertEquals(OPERATIONS, Arrays.stream(steps).sum());
        assertEquals(0, together.get(), "two had the same turn");
        assertEquals(0, turns.inUse());
    }

    private void work(SplittableRandom random) {
        for (int i = 0; i < OPERATIONS / THREADS; i++) {
            int key = random.nextInt(KEYS);
            boolean fails = random.nextInt(10) == 0;
            boolean yields = random.nextBoolean();
            try {
                if (turns.take(key, () -> step(key, fails, yields)) instanceof Turn.Done) {
                    answered.incrementAndGet(key);
                }
            } catch (IllegalStateException _) {
                answered.incrementAndGet(key);
            }
        }
    }

    private boolean step(int key, boolean fails, boolean yields) {
        if (inside.incrementAndGet(key) > 1) {
            together.incrementAndGet();
        }
        int before = steps[key];
        if (yields) {
            Crowd.letOthersRun();
        }
        steps[key] = before + 1;
        inside.decrementAndGet(key);
        if (fails) {
            throw new IllegalStateException("planned");
        }
        return true;
    }
}
