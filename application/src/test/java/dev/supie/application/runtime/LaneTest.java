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

class LaneTest {

    private final RefusingExecutor threads = new RefusingExecutor();
    private final Lane lane = new Lane(threads);
    private final List<String> order = new ArrayList<>();

    private Runnable saying(String word) {
        return () -> order.add(word);
    }

    @Test
    void tasksRunInTheOrderTheyCameWhetherUrgentOrNot() {
        lane.offer(saying("one"));
        lane.urgent(saying("two"));
        lane.offer(saying("three"));

        threads.steps.runAll();

        assertEquals(List.of("one", "two", "three"), order);
    }

    @Test
    void aTaskAddedByATaskComesAfterThoseThatWait() {
        lane.offer(() -> lane.offer(saying("added")));
        lane.offer(saying("waiting"));

        threads.steps.runAll();

        assertEquals(List.of("waiting", "added"), order);
    }

    @Test
    void asManyAsTheLimitWaitAndOneMoreIsRefused() {
        for (int i = 0; i < Lane.WAITING_MAX; i++) {
            assertTrue(lane.offer(saying("taken")));
        }

        assertFalse(lane.offer(saying("refused")));

        threads.steps.runAll();
        assertEquals(Lane.WAITING_MAX, order.size());
        assertFalse(order.contains("refused"));
    }

    @Test
    void theOneThatRunsDoesNotCountAsWaiting() {
        lane.offer(
                () ->
                        IntStream.range(0, Lane.WAITING_MAX)
                                .forEach(_ -> assertTrue(lane.offer(saying("taken")))));

        threads.steps.runAll();

        assertEquals(Lane.WAITING_MAX, order.size());
    }

    @Test
    void aFullLaneThatHasRunTakesTasksAgain() {
        IntStream.range(0, Lane.WAITING_MAX).forEach(_ -> lane.offer(saying("first")));
        threads.steps.runAll();

        assertTrue(lane.offer(saying("again")));
    }

    @Test
    void urgentTasksAreTakenEvenWhenItIsFull() {
        IntStream.range(0, Lane.WAITING_MAX).forEach(_ -> lane.offer(saying("ordinary")));
        IntStream.range(0, 10).forEach(_ -> lane.urgent(saying("urgent")));

        threads.steps.runAll();

        assertEquals(Lane.WAITING_MAX + 10, order.size());
        assertEquals("urgent", order.getLast());
    }

    @Test
    void aTaskThatFailsDoesNotStopTheOthers() {
        lane.offer(
                () -> {
                    throw new IllegalStateException("planned");
                });
        lane.offer(
                () -> {
                    throw new AssertionError("planned");
                });
        lane.offer(saying("after"));

        threads.steps.runAll();

        assertEquals(List.of("after"), order);
    }

    @Test
    void aLaneBorrowsOneThreadForAllThatWaitsAndNoneWhileIdle() {
        IntStream.range(0, 10).forEach(_ -> lane.offer(saying("task")));
        assertEquals(1, threads.steps.waiting());

        threads.steps.runAll();

        assertEquals(0, threads.steps.waiting());
        lane.offer(saying("later"));
        assertEquals(1, threads.steps.waiting());
    }

    @Test
    void aTaskThatFoundNoThreadIsGoneAndTheLaneGoesOn() {
        threads.refuse(true);
        assertThrows(RejectedExecutionException.class, () -> lane.offer(saying("lost")));
        assertThrows(RejectedExecutionException.class, () -> lane.urgent(saying("lost")));
        threads.refuse(false);

        assertTrue(lane.offer(saying("taken")));

        threads.steps.runAll();
        assertEquals(List.of("taken"), order);
    }
}
