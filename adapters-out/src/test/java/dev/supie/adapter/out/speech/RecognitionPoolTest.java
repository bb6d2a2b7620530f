package dev.supie.adapter.out.speech;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.application.speech.port.PcmFrame;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

class RecognitionPoolTest {

    private static final int WORKERS = 2;
    private static final String BASE = MoonshineSize.BASE.modelName();
    private static final String TINY = MoonshineSize.TINY.modelName();

    private final HeldModel usual = new HeldModel(BASE);
    private final HeldModel small = new HeldModel(TINY);
    private final SpeechCounters counters = new SpeechCounters();
    private final RecognitionPool pool =
            new RecognitionPool(WORKERS, () -> new SpeechModels(usual, small), counters);
    private final BlockingQueue<String> results = new LinkedBlockingQueue<>();

    @AfterEach
    void end() {
        usual.allow(10_000);
        small.allow(10_000);
        assertTrue(pool.end());
    }

    private RecognitionJob job(Object owner) {
        return new RecognitionJob(
                owner,
                PcmFrame.silence(Duration.ofSeconds(1)),
                () -> true,
                result -> results.add(result.model()),
                failure -> results.add("failed: " + failure.getMessage()));
    }

    private String next() throws InterruptedException {
        return present(results.poll(20, TimeUnit.SECONDS));
    }

    private static String present(@Nullable String value) {
        if (value == null) {
            throw new AssertionError("no result in time");
        }
        return value;
    }

    @Test
    void aSegmentIsRecognizedByTheUsualModel() throws InterruptedException {
        assertEquals(Overload.NONE, counters.numbers(pool).overload());
        usual.allow(1);
        assertTrue(pool.offer(job(this)));
        assertEquals(BASE, next());
        SpeechNumbers numbers = counters.numbers(pool);
        assertEquals(1, numbers.withUsualModel());
        assertEquals(1_000, numbers.heard().toMillis());
    }

    @Test
    void withTooManyWaitingTheSmallModelTakesOverUntilFewWait() throws InterruptedException {
        for (int count = 0; count < WORKERS; count++) {
            assertTrue(pool.offer(job(this)));
        }
        usual.awaitEntered();
        int waiting = WORKERS * RecognitionPool.USUAL_WAITING_MAX + 3;
        for (int count = 0; count < waiting; count++) {
            assertTrue(pool.offer(job(this)));
        }
        assertEquals(Overload.USUAL_MODEL, counters.numbers(pool).overload());
        usual.allow(1_000);
        small.allow(1_000);
        List<String> models = new ArrayList<>();
        for (int count = 0; count < WORKERS + waiting; count++) {
            models.add(next());
        }
        assertTrue(models.contains(TINY), models::toString);
        assertEquals(0, pool.waiting());
        assertTrue(pool.offer(job(this)));
        assertEquals(BASE, next());
        assertTrue(counters.numbers(pool).withSmallModel() >= 1);
    }

    @Test
    void aSegmentMoreThanTheLimitIsRefused() {
        fill();
        assertFalse(pool.offer(job(this)));
        assertEquals(WORKERS * RecognitionPool.WAITING_MAX, pool.waiting());
        assertEquals(Overload.SPEECH, counters.numbers(pool).overload());
    }

    @Test
    void withdrawingMakesRoom() {
        fill();
        pool.withdraw(this);
        assertEquals(0, pool.waiting());
        assertTrue(pool.offer(job("another")));
    }

    private void fill() {
        int taken = 0;
        while (pool.offer(job(this))) {
            taken++;
        }
        assertEquals(WORKERS * (1 + RecognitionPool.WAITING_MAX), taken);
    }

    @Test
    void aPartialNeedsAnIdleWorkerAndLeavesOneFree() throws InterruptedException {
        assertTrue(pool.offerPartial(job(this)));
        small.awaitEntered();
        assertEquals(Overload.PARTIALS, counters.numbers(pool).overload());
        assertFalse(pool.offerPartial(job(this)), "the other worker is for what matters");
        assertEquals(1, counters.numbers(pool).partialsSkipped());
        usual.allow(1);
        assertTrue(pool.offer(job(this)));
        assertEquals(BASE, next(), "it does not wait for the partial");
        small.allow(1);
        assertEquals(TINY, next());
        assertEquals(1, counters.numbers(pool).partials());
    }

    @Test
    void aBugInAModelIsToldAndCostsNoWorker() throws InterruptedException {
        usual.breakDown();
        for (int count = 0; count < 2 * WORKERS; count++) {
            assertTrue(pool.offer(job(this)));
            assertEquals("failed: recognition is broken", next());
        }
    }

    @Test
    void whatNobodyWantsAnyMoreIsNotRecognized() throws InterruptedException {
        AtomicBoolean told = new AtomicBoolean();
        RecognitionJob unwanted =
                new RecognitionJob(
                        this,
                        PcmFrame.EMPTY,
                        () -> false,
                        _ -> told.set(true),
                        _ -> told.set(true));
        assertTrue(pool.offer(unwanted));
        usual.allow(1);
        assertTrue(pool.offer(job(this)));
        assertEquals(BASE, next());
        assertFalse(told.get());
    }
}
