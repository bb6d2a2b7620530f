package dev.supie.application.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.IntStream;

class WorkersTest {

    private final RefusingExecutor threads = new RefusingExecutor();
    private final List<String> done = new ArrayList<>();

    private Runnable doing(String piece) {
        return () -> done.add(piece);
    }

    @Test
    void atLeastOneWorkerIsNeeded() {
        assertThrows(IllegalArgumentException.class, () -> new Workers(threads, 0));
    }

    @Test
    void onlySoManyPiecesAreUnderWayAndTheOthersWait() {
        Workers workers = new Workers(threads, 3);

        IntStream.range(0, 5).forEach(i -> workers.offer(doing("piece " + i)));

        assertEquals(3, threads.steps.waiting());
        assertEquals(2, workers.waiting());
    }

    @Test
    void piecesAreDoneInTheOrderTheyCame() {
        Workers workers = new Workers(threads, 2);
        IntStream.range(0, 9).forEach(i -> workers.offer(doing("piece " + i)));

        threads.steps.runAll();

        assertEquals(IntStream.range(0, 9).mapToObj(i -> "piece " + i).toList(), done);
        assertEquals(0, workers.waiting());
    }

    @Test
    void asManyAsTheLimitWaitAndOneMoreIsRefused() {
        Workers workers = new Workers(threads, 1);
        workers.offer(doing("under way"));
        for (int i = 0; i < Workers.WAITING_MAX; i++) {
            assertTrue(workers.offer(doing("waiting")));
        }

        assertFalse(workers.offer(doing("refused")));

        assertEquals(Workers.WAITING_MAX, workers.waiting());
        threads.steps.runAll();
        assertEquals(1 + Workers.WAITING_MAX, done.size());
        assertFalse(done.contains("refused"));
        assertTrue(workers.offer(doing("again")));
    }

    @Test
    void aPieceThatFailsCostsNoOtherAndNoWorker() {
        Workers workers = new Workers(threads, 1);
        workers.offer(
                () -> {
                    throw new IllegalStateException("planned");
                });
        workers.offer(
                () -> {
                    throw new AssertionError("planned");
                });
        workers.offer(doing("waited"));

        threads.steps.runAll();

        workers.offer(doing("came later"));
        threads.steps.runAll();
        assertEquals(List.of("waited", "came later"), done);
    }

    @Test
    void aPieceThatFoundNoThreadCostsNoWorker() {
        Workers workers = new Workers(threads, 1);
        threads.refuse(true);
        assertThrows(RejectedExecutionException.class, () -> workers.offer(doing("lost")));
        threads.refuse(false);

        assertTrue(workers.offer(doing("taken")));

        threads.steps.runAll();
        assertEquals(List.of("taken"), done);
    }

    @Test
    void nothingThatWasTakenIsLostWhenThreadsRunOut() {
        Workers workers = new Workers(threads, 1);
        IntStream.range(0, 5).forEach(i -> workers.offer(doing("piece " + i)));
        threads.refuse(true);

        threads.steps.runAll();

        assertEquals(IntStream.range(0, 5).mapToObj(i -> "piece " + i).toList(), done);
        assertEquals(0, workers.waiting());
        threads.refuse(false);
        workers.offer(doing("after"));
        threads.steps.runAll();
        assertEquals("after", done.getLast());
    }
}
