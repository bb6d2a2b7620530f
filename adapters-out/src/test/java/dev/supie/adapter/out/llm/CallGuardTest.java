package dev.supie.adapter.out.llm;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

import java.net.URI;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/// What stands round a call, where only an interrupt or a bug of ours can reach.
class CallGuardTest {

    private final TestSurroundings time = new TestSurroundings();
    private final Surroundings surroundings = time.surroundings();
    private final Deadline deadline = Deadline.after(Requests.TIME_LIMIT, surroundings.nanoTime());

    @Test
    void interruptDuringAPauseEndsTheCall() {
        var interrupting =
                new Surroundings(
                        surroundings.clock(),
                        surroundings.nanoTime(),
                        _ -> {
                            throw new InterruptedException();
                        },
                        surroundings.jitter(),
                        surroundings.nonces());
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
                                                    throw new CallFailure.Transient("once");
                                                },
                                                deadline)),
                () -> assertEquals(1, calls.get()),
                () -> assertEquals("free", guard.call(() -> "free", deadline)));
    }

    @Test
    void interruptedProbeGivesItsPlaceBack() throws Exception {
        var guard = guard(1, 1, surroundings);
        for (int i = 0; i < CallGuard.BREAKER_CALLS_MIN; i++) {
            assertThrows(CallFailure.Transient.class, () -> guard.call(this::trouble, deadline));
        }
        time.skip(CallGuard.BREAKER_OPEN.plusMillis(1));
        for (int i = 0; i < CallGuard.BREAKER_PROBES + 1; i++) {
            assertThrows(InterruptedException.class, () -> guard.call(this::interrupted, deadline));
        }
        assertEquals("probed", guard.call(() -> "probed", deadline));
    }

    @Test
    void bugInAnAttemptFreesItsPlace() throws Exception {
        var guard = guard(3, 1, surroundings);
        assertThrows(IllegalStateException.class, () -> guard.call(this::bug, deadline));
        assertEquals("free", guard.call(() -> "free", deadline));
    }

    private String trouble() throws CallFailure {
        throw new CallFailure.Transient("trouble");
    }

    private String interrupted() throws InterruptedException {
        throw new InterruptedException();
    }

    private String bug() {
        throw new IllegalStateException("bug");
    }

    private static CallGuard guard(int attemptsMax, int concurrencyMax, Surroundings surroundings) {
        var settings =
                ModelServer.settings(
                        URI.create("http://127.0.0.1/v1"),
                        new HttpSummarizerSettings.Limits(
                                Duration.ofSeconds(1),
                                Duration.ofSeconds(1),
                                attemptsMax,
                                concurrencyMax));
        return new CallGuard(settings, surroundings);
    }
}
