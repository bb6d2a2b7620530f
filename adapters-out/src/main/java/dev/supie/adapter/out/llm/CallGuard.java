package dev.supie.adapter.out.llm;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;

/// What stands between a draft and its model: a bulkhead for the whole draft, then attempts, each
/// behind one breaker. Safe for many threads.
///
/// The bulkhead does not queue. Who is refused falls back on the extractive summarizer at once,
/// instead of finding out after a long wait.
final class CallGuard {

    /// A server that hangs fails only after the request time-out (half a minute), so a shorter
    /// window would see too few failures ever to open.
    static final Duration BREAKER_WINDOW = Duration.ofSeconds(60);

    static final int BREAKER_CALLS_MIN = 10;
    static final float BREAKER_FAILURES_PERCENT = 50;
    static final Duration BREAKER_OPEN = Duration.ofSeconds(15);
    static final int BREAKER_PROBES = 2;

    /// One exchange with the model.
    @FunctionalInterface
    interface Attempt<T> {

        T run() throws CallFailure, InterruptedException;
    }

    private final Surroundings surroundings;
    private final int concurrencyMax;
    private final Bulkhead bulkhead;
    private final CircuitBreaker breaker;
    private final Retry retry;

    CallGuard(HttpSummarizerSettings settings, Surroundings surroundings) {
        this.surroundings = surroundings;
        this.concurrencyMax = settings.limits().concurrencyMax();
        this.bulkhead = Bulkhead.of(settings.alias(), bulkheadOf(concurrencyMax));
        this.breaker = CircuitBreaker.of(settings.alias(), breakerOf(surroundings));
        this.retry =
                Retry.of(settings.alias(), retryOf(settings.limits().attemptsMax(), surroundings));
    }

    /// Runs the attempt, again if that may help and there is time.
    <T> T call(Attempt<T> attempt, Deadline deadline) throws CallFailure, InterruptedException {
        if (!bulkhead.tryAcquirePermission()) {
            // It also refuses a thread that was interrupted, and leaves the flag set.
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            throw new CallFailure.Permanent(
                    "the limit of " + concurrencyMax + " drafts at a time is reached");
        }
        try {
            return repeated(attempt, deadline);
        } finally {
            bulkhead.onComplete();
        }
    }

    private <T> T repeated(Attempt<T> attempt, Deadline deadline)
            throws CallFailure, InterruptedException {
        // The asynchronous form tells the pause and leaves the waiting to us; the other one sleeps.
        Retry.AsyncContext<T> attempts = retry.asyncContext();
        while (true) {
            try {
                T result = guarded(attempt);
                attempts.onComplete();
                return result;
            } catch (CallFailure.Transient failure) {
                long pauseMillis = attempts.onError(failure);
                if (pauseMillis < 0 || pauseMillis >= deadline.remaining().toMillis()) {
                    throw failure;
                }
                surroundings.pause().pause(Duration.ofMillis(pauseMillis));
            }
        }
    }

    private <T> T guarded(Attempt<T> attempt) throws CallFailure, InterruptedException {
        if (!breaker.tryAcquirePermission()) {
            throw new CallFailure.Permanent(
                    "not asked, because it failed too often in the last minute");
        }
        long started = surroundings.nanoTime().getAsLong();
        boolean decided = false;
        try {
            T result = attempt.run();
            breaker.onSuccess(since(started), TimeUnit.NANOSECONDS);
            decided = true;
            return result;
        } catch (CallFailure failure) {
            breaker.onError(since(started), TimeUnit.NANOSECONDS, failure);
            decided = true;
            throw failure;
        } finally {
            if (!decided) {
                // Interrupted: says nothing about the server, but a probe's permit must come back.
                breaker.releasePermission();
            }
        }
    }

    private long since(long started) {
        return surroundings.nanoTime().getAsLong() - started;
    }

    private static BulkheadConfig bulkheadOf(int concurrencyMax) {
        return BulkheadConfig.custom()
                .maxConcurrentCalls(concurrencyMax)
                .maxWaitDuration(Duration.ZERO)
                .build();
    }

    /// A permanent failure is no sign of trouble: the server was there and said no.
    private static CircuitBreakerConfig breakerOf(Surroundings surroundings) {
        return CircuitBreakerConfig.custom()
                .clock(surroundings.clock().withZone(ZoneOffset.UTC))
                .slidingWindowType(SlidingWindowType.TIME_BASED)
                .slidingWindowSize((int) BREAKER_WINDOW.toSeconds())
                .minimumNumberOfCalls(BREAKER_CALLS_MIN)
                .failureRateThreshold(BREAKER_FAILURES_PERCENT)
                .waitDurationInOpenState(BREAKER_OPEN)
                .permittedNumberOfCallsInHalfOpenState(BREAKER_PROBES)
                .recordException(CallFailure.Transient.class::isInstance)
                .ignoreException(CallFailure.Permanent.class::isInstance)
                .build();
    }

    private static RetryConfig retryOf(int attemptsMax, Surroundings surroundings) {
        return RetryConfig.custom()
                .maxAttempts(attemptsMax)
                .retryOnException(CallFailure.Transient.class::isInstance)
                .intervalBiFunction(
                        (failed, outcome) ->
                                outcome.getLeft() instanceof CallFailure.Transient failure
                                        ? RetryDelay.before(failure, failed, surroundings.jitter())
                                                .toMillis()
                                        : 0L)
                .build();
    }
}
