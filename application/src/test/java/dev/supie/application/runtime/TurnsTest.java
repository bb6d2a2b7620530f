package dev.supie.application.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.application.runtime.Turns.Turn;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;

class TurnsTest {

    private final Turns<String> turns = new Turns<>(Crowd.PATIENCE);
    private final Crowd crowd = new Crowd();
    private final CountDownLatch end = new CountDownLatch(1);

    /// Somebody who has the turn until [#end].
    private void occupy(Turns<String> occupied, String key) {
        CountDownLatch began = new CountDownLatch(1);
        crowd.start(
                () ->
                        occupied.take(
                                key,
                                () -> {
                                    began.countDown();
                                    Crowd.await(end);
                                    return true;
                                }));
        Crowd.await(began);
    }

    private void finish() {
        end.countDown();
        crowd.join();
    }

    @Test
    void theResultOfTheWorkComesBack() {
        assertEquals(new Turn.Done<>(7), turns.take("key", () -> 7));
    }

    @Test
    void whoWaitsComesInTheOrderOfAsking() {
        List<Integer> order = Collections.synchronizedList(new ArrayList<>());
        occupy(turns, "key");
        for (int i = 0; i < 20; i++) {
            int number = i;
            crowd.startAndLetWait(() -> turns.take("key", () -> order.add(number)));
        }

        finish();

        assertEquals(IntStream.range(0, 20).boxed().toList(), order);
    }

    @Test
    void anotherKeyIsNotWaitedFor() {
        occupy(turns, "key");

        assertEquals(new Turn.Done<>("done"), turns.take("other", () -> "done"));

        assertEquals(1, turns.inUse());
        finish();
    }

    @Test
    void waitingTooLongIsBusyAndNothingWasDone() {
        Turns<String> hasty = new Turns<>(Duration.ofMillis(5));
        AtomicBoolean worked = new AtomicBoolean();
        occupy(hasty, "key");

        assertEquals(new Turn.Busy<>(), hasty.take("key", () -> worked.getAndSet(true)));

        assertFalse(worked.get());
        finish();
        assertEquals(0, hasty.inUse());
    }

    @Test
    void whoIsInterruptedWhileWaitingIsBusyAndStaysInterrupted() {
        AtomicBoolean interrupted = new AtomicBoolean();
        List<Turn<String>> turn = Collections.synchronizedList(new ArrayList<>());
        occupy(turns, "key");
        Thread waiting =
                crowd.startAndLetWait(
                        () -> {
                            turn.add(turns.take("key", () -> "done"));
                            interrupted.set(Thread.currentThread().isInterrupted());
                        });

        waiting.interrupt();

        finish();
        assertEquals(List.of(new Turn.Busy<String>()), turn);
        assertTrue(interrupted.get());
        assertEquals(0, turns.inUse());
    }

    @Test
    void anExceptionGoesToTheCallerAndTheTurnToTheNext() {
        RuntimeException broken =
                assertThrows(
                        IllegalArgumentException.class,
                        () ->
                                turns.take(
                                        "key",
                                        () -> {
                                            throw new IllegalArgumentException("broken");
                                        }));

        assertEquals("broken", broken.getMessage());
        assertEquals(0, turns.inUse());
        assertInstanceOf(Turn.Done.class, turns.take("key", () -> "done"));
    }

    @Test
    void aTurnInsideATurnIsRefusedAndTheOuterOneGoesOn() {
        Turn<String> outer =
                turns.take(
                        "key",
                        () -> {
                            assertThrows(
                                    IllegalStateException.class,
                                    () -> turns.take("key", () -> "inner"));
                            return "outer";
                        });

        assertEquals(new Turn.Done<>("outer"), outer);
        assertEquals(0, turns.inUse());
    }

    @Test
    void nothingIsKeptOfAKeyThatNobodyUses() {
        for (int i = 0; i < 1000; i++) {
            turns.take("key " + i, () -> "done");
        }

        assertEquals(0, turns.inUse());
    }

    @Test
    void severalTurnsAreTakenTogether() {
        List<Boolean> others = new ArrayList<>();

        Turn<String> turn =
                turns.takeAll(
                        List.of("a", "b", "c"),
                        () -> {
                            others.add(turns.inUse() == 3);
                            return "done";
                        });

        assertEquals(new Turn.Done<>("done"), turn);
        assertEquals(List.of(true), others);
        assertEquals(0, turns.inUse());
    }

    @Test
    void whoeverWaitsForOneOfSeveralDoesNothingYet() {
        occupy(turns, "b");
        AtomicBoolean worked = new AtomicBoolean();
        Thread both =
                crowd.startAndLetWait(
                        () ->
                                turns.takeAll(
                                        List.of("a", "b"),
                                        () -> {
                                            worked.set(true);
                                            return true;
                                        }));

        assertFalse(worked.get());
        finish();
        Crowd.awaitEnd(both);
        assertTrue(worked.get());
    }

    @Test
    void ifOneOfSeveralIsBusyAllAre() {
        Turns<String> impatient = new Turns<>(Duration.ofMillis(1));
        occupy(impatient, "b");

        assertEquals(new Turn.Busy<>(), impatient.takeAll(List.of("a", "b", "c"), () -> "never"));

        assertEquals(1, impatient.inUse());
        finish();
    }
}
