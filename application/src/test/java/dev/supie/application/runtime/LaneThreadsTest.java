package dev.supie.application.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/// A lane between many threads.
class LaneThreadsTest {

    private static final int PRODUCERS = 8;
    private static final int EACH = 500;

    private record Said(int producer, int number) {}

    /// Not safe for threads: only the lane keeps it right.
    private final List<Said> ran = new ArrayList<>();

    private final AtomicInteger inside = new AtomicInteger();
    private final AtomicInteger together = new AtomicInteger();

    private void run(Said said) {
        if (inside.incrementAndGet() > 1) {
            together.incrementAndGet();
        }
        ran.add(said);
        inside.decrementAndGet();
    }

    @Test
    void everyProducersTasksKeepTheirOrderAndNoTwoRunTogether() {
        Crowd crowd = new Crowd();
        CountDownLatch allRan = new CountDownLatch(PRODUCERS * EACH);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Lane lane = new Lane(threads);
            for (int producer = 0; producer < PRODUCERS; producer++) {
                int number = producer;
                crowd.start(() -> produce(lane, number, allRan));
            }
            crowd.join();
            Crowd.await(allRan);
        }

        assertEquals(0, together.get());
        for (int producer = 0; producer < PRODUCERS; producer++) {
            int number = producer;
            List<Integer> numbers =
                    ran.stream().filter(s -> s.producer() == number).map(Said::number).toList();
            assertEquals(IntStream.range(0, EACH).boxed().toList(), numbers);
        }
    }

    private void produce(Lane lane, int producer, CountDownLatch allRan) {
        for (int i = 0; i < EACH; i++) {
            Said said = new Said(producer, i);
            Runnable task =
                    () -> {
                        run(said);
                        allRan.countDown();
                    };
            long end = System.nanoTime() + Crowd.PATIENCE.toNanos();
            while (!lane.offer(task)) {
                assertTrue(System.nanoTime() < end, "the lane stays full");
                Crowd.letOthersRun();
            }
        }
    }
}
