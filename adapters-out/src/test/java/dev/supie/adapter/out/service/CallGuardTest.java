package dev.supie.adapter.out.service;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/// What stands round a call, where only an interrupt or a bug of ours can reach.
class CallGuardTest {

    private static final Duration TIME_LIMIT = Duration.ofSeconds(30);
    private static final int BREAKER_CALLS_MIN = 4;

    private final TestTiming time = new TestTiming();
    private final CallTiming timing = time.timing();
    private final Deadline deadline = Deadline.after(TIME_LIMIT, timing.nanoTime());

    @Test
    void interruptDuringAPauseEndsTheCall() {
        var interrupting =
                new CallTiming(
                        timing.clock(),
                        timing.nanoTime(),
                        _ -> {
                            throw new InterruptedException();
                        },
                        timing.jitter());
        var calls = new AtomicInteger();
        var guard = guard(3, 1, interrupting);
        assertAll(
                () ->
                        assertThrows(
                                InterruptedException.class,
                                () ->
                                        guard.call(
                                                () -> {
                                                    calls.incrementAndGet();
                                                    throw new CallFailure.Transient(
                                                            CallFailure.Kind.UNAVAILABLE, "once");
                                                },
                                                deadline)),
                () -> assertEquals(1, calls.get()),
                () -> assertEquals("free", guard.call(() -> "free", deadline)));
    }

    @Test
    void interruptedProbeGivesItsPlaceBack() throws Exception {
        var guard = guard(1, 1, timing);
        for (int i = 0; i < BREAKER_CALLS_MIN; i++) {
            assertThrows(CallFailure.Transient.class, () -> guard.call(this::trouble, deadline));
        }
        time.skip(ServiceBreaker.OPEN.plusMillis(1));
        for (int i = 0; i < ServiceBreaker.PROBES + 1; i++) {
            assertThrows(InterruptedException.class, () -> guard.call(this::interrupted, deadline));
        }
        assertEquals("probed", guard.call(() -> "probed", deadline));
    }

    @Test
    void bugInAnAttemptFreesItsPlace() throws Exception {
        var guard = guard(3, 1, timing);
        assertThrows(IllegalStateException.class, () -> guard.call(this::bug, deadline));
        assertEquals("free", guard.call(() -> "free", deadline));
    }

    private String trouble() throws CallFailure {
        throw new CallFailure.Transient(CallFailure.Kind.UNAVAILABLE, "trouble");
    }

    private String interrupted() throws InterruptedException {
        throw new InterruptedException();
    }

    private String bug() {
        throw new IllegalStateException("bug");
    }

    private static CallGuard guard(int attemptsMax, int concurrencyMax, CallTiming timing) {
        return new CallGuard(
                new CallGuard.Limits(
                        "test", "calls", attemptsMax, concurrencyMax, BREAKER_CALLS_MIN),
                timing);
    }
}
