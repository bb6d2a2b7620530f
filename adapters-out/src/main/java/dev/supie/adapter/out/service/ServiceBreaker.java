package dev.supie.adapter.out.service;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;

/// Keeps a service that fails from being asked for a while. Safe for many threads.
///
/// Whoever was permitted must say how it went, exactly once: by [#succeeded], [#failed] or
/// [#undecided].
public final class ServiceBreaker {

    /// A server that hangs fails only after the request time-out (half a minute), so a shorter
    /// window would see too few failures ever to open.
    public static final Duration WINDOW = Duration.ofSeconds(60);

    public static final float FAILURES_PERCENT = 50;
    public static final Duration OPEN = Duration.ofSeconds(15);
    public static final int PROBES = 2;

    private final CallTiming timing;
    private final CircuitBreaker breaker;

    /// @param callsMin fewer calls in a window say nothing
    public ServiceBreaker(String name, int callsMin, CallTiming timing) {
        this.timing = timing;
        this.breaker = CircuitBreaker.of(name, config(callsMin, timing));
    }

    /// The permission to ask; the moment is told again when it is known how it went.
    ///
    /// @throws CallFailure if it failed too often
    public long permitted() throws CallFailure {
        if (!breaker.tryAcquirePermission()) {
            throw new CallFailure.Permanent(
                    CallFailure.Kind.UNAVAILABLE,
                    "not asked, because it failed too often in the last minute");
        }
        return timing.nanoTime().getAsLong();
    }

    public void succeeded(long startedNanos) {
        breaker.onSuccess(since(startedNanos), TimeUnit.NANOSECONDS);
    }

    public void failed(long startedNanos, CallFailure failure) {
        breaker.onError(since(startedNanos), TimeUnit.NANOSECONDS, failure);
    }

    /// It was given up before anything was known, which says nothing about the service, but a
    /// probe's permit must come back.
    public void undecided() {
        breaker.releasePermission();
    }

    private long since(long startedNanos) {
        return timing.nanoTime().getAsLong() - startedNanos;
    }

    /// A permanent failure is no sign of trouble: the server was there and said no.
    private static CircuitBreakerConfig config(int callsMin, CallTiming timing) {
        return CircuitBreakerConfig.custom()
                .clock(timing.clock().withZone(ZoneOffset.UTC))
                .slidingWindowType(SlidingWindowType.TIME_BASED)
                .slidingWindowSize((int) WINDOW.toSeconds())
                .minimumNumberOfCalls(callsMin)
                .failureRateThreshold(FAILURES_PERCENT)
                .waitDurationInOpenState(OPEN)
                .permittedNumberOfCallsInHalfOpenState(PROBES)
                .recordException(CallFailure.Transient.class::isInstance)
                .ignoreException(CallFailure.Permanent.class::isInstance)
                .build();
    }
}
