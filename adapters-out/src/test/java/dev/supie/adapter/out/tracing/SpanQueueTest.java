package dev.supie.adapter.out.tracing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// A collector that is not there, or hangs, costs spans and never time.
final class SpanQueueTest {

    private static final Duration WITHIN = Duration.ofSeconds(10);

    private final SpanTally tally = new SpanTally();
    private final Obedient collector = new Obedient();
    private final SpanQueue queue = new SpanQueue(collector, tally, "http://collector/v1/traces");
    private final SdkTracerProvider provider =
            SdkTracerProvider.builder().addSpanProcessor(queue).build();
    private final Tracer tracer = provider.get("test");

    @AfterEach
    void close() {
        collector.free.countDown();
        provider.close();
    }

    private void end(int spans) {
        for (int i = 0; i < spans; i++) {
            Span span = tracer.spanBuilder("n" + i).startSpan();
            span.end();
        }
    }

    @Test
    void batchesAreOfLimitedSize() {
        end(SpanQueue.BATCH_MAX + 1);
        provider.close();
        assertEquals(SpanQueue.BATCH_MAX + 1, collector.sizes().stream().mapToInt(n -> n).sum());
        assertTrue(
                collector.sizes().stream().allMatch(n -> n <= SpanQueue.BATCH_MAX),
                collector.sizes()::toString);
        assertEquals(new SpanTally.Counts(SpanQueue.BATCH_MAX + 1, 0, 0), tally.counts());
    }

    @Test
    void aCollectorThatHangsHoldsNobodyUpAndWhatIsTooMuchIsCounted() throws InterruptedException {
        collector.hanging = true;
        end(1);
        assertTrue(collector.asked.tryAcquire(WITHIN.toSeconds(), TimeUnit.SECONDS));
        assertTimeoutPreemptively(WITHIN, () -> end(SpanQueue.WAITING_MAX + 100));
        assertEquals(new SpanTally.Counts(0, 100, 0), tally.counts());
    }

    /// One span is with the collector, three wait.
    @Test
    void aCollectorThatHangsHoldsNoStopUp() throws InterruptedException {
        collector.hanging = true;
        end(1);
        assertTrue(collector.asked.tryAcquire(WITHIN.toSeconds(), TimeUnit.SECONDS));
        end(3);
        assertTimeoutPreemptively(WITHIN, provider::close);
        assertTrue(collector.interrupted.await(WITHIN.toSeconds(), TimeUnit.SECONDS));
        end(1);
        assertEquals(0, tally.counts().delivered());
    }

    @Test
    void whatIsNotTakenIsCountedAndTheNextIsTriedAgain() throws InterruptedException {
        collector.taking = false;
        end(2);
        assertTrue(collector.asked.tryAcquire(WITHIN.toSeconds(), TimeUnit.SECONDS));
        collector.taking = true;
        end(3);
        provider.close();
        SpanTally.Counts counts = tally.counts();
        assertEquals(5, counts.delivered() + counts.refused());
        assertTrue(counts.refused() >= 1, counts::toString);
    }

    @Test
    void aCollectorThatBreaksDoesNotEndTheThread() throws InterruptedException {
        collector.broken = true;
        end(1);
        assertTrue(collector.asked.tryAcquire(WITHIN.toSeconds(), TimeUnit.SECONDS));
        collector.broken = false;
        end(1);
        assertTrue(collector.asked.tryAcquire(WITHIN.toSeconds(), TimeUnit.SECONDS));
        provider.close();
        assertEquals(new SpanTally.Counts(1, 0, 1), tally.counts());
    }

    /// Does as a test says.
    private static final class Obedient implements Collector {

        final Semaphore asked = new Semaphore(0);
        final CountDownLatch free = new CountDownLatch(1);
        final CountDownLatch interrupted = new CountDownLatch(1);
        private final List<Integer> sizes = new ArrayList<>();
        volatile boolean taking = true;
        volatile boolean hanging;
        volatile boolean broken;

        @Override
        public boolean takes(List<SpanData> spans) {
            boolean answer = taking;
            boolean fails = broken;
            note(spans.size());
            asked.release();
            if (fails) {
                throw new IllegalStateException("broken");
            }
            if (hanging) {
                try {
                    free.await();
                } catch (InterruptedException _) {
                    interrupted.countDown();
                    Thread.currentThread().interrupt();
                    return false;
                }
            }
            return answer;
        }

        private synchronized void note(int size) {
            sizes.add(size);
        }

        synchronized List<Integer> sizes() {
            return List.copyOf(sizes);
        }

        @Override
        public void close() {}
    }
}
