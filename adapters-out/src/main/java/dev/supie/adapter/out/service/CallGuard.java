package dev.supie.adapter.out.service;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;

import java.time.Duration;

/// What stands between a piece of work and its service: a bulkhead for the whole of it, then
/// attempts, each behind one breaker. Safe for many threads.
///
/// The bulkhead does not queue. Who is refused falls back on somebody else at once, instead of
/// finding out after a long wait.
public final class CallGuard {

    /// One exchange with the service.
    @FunctionalInterface
    public interface Attempt<T> {

        T run() throws CallFailure, InterruptedException;
    }

    /// What bounds it.
    ///
    /// @param name of the service
    /// @param what is asked of it, in the plural, for messages
    /// @param attemptsMax tries for each, the first one included
    /// @param concurrencyMax so many at a time; one more is refused at once
    /// @param breakerCallsMin fewer calls in a minute never keep it from being asked
    public record Limits(
            String name, String what, int attemptsMax, int concurrencyMax, int breakerCallsMin) {}

    private final Limits limits;
    private final CallTiming timing;
    private final Bulkhead bulkhead;
    private final ServiceBreaker breaker;
    private final Retry retry;

    public CallGuard(Limits limits, CallTiming timing) {
        this.limits = limits;
        this.timing = timing;
        this.bulkhead = Bulkhead.of(limits.name(), bulkheadOf(limits.concurrencyMax()));
        this.breaker = new ServiceBreaker(limits.name(), limits.breakerCallsMin(), timing);
        this.retry = Retry.of(limits.name(), retryOf(limits.attemptsMax(), timing));
    }

    /// Runs the attempt, again if that may help and there is time.
    public <T> T call(Attempt<T> attempt, Deadline deadline)
            throws CallFailure, InterruptedException {
        if (!bulkhead.tryAcquirePermission()) {
            // It also refuses a thread that was interrupted, and leaves the flag set.
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            throw new CallFailure.Permanent(
                    CallFailure.Kind.BUSY,
                    "the limit of "
                            + limits.concurrencyMax()
                            + " "
                            + limits.what()
                            + " at a time is reached");
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
                timing.pause().pause(Duration.ofMillis(pauseMillis));
            }
        }
    }

    private <T> T guarded(Attempt<T> attempt) throws CallFailure, InterruptedException {
        long started = breaker.permitted();
        boolean decided = false;
        try {
            T result = attempt.run();
            breaker.succeeded(started);
            decided = true;
            return result;
        } catch (CallFailure failure) {
            breaker.failed(started, failure);
            decided = true;
            throw failure;
        } finally {
            if (!decided) {
                breaker.undecided();
            }
        }
    }

    private static BulkheadConfig bulkheadOf(int concurrencyMax) {
        return BulkheadConfig.custom()
                .maxConcurrentCalls(concurrencyMax)
                .maxWaitDuration(Duration.ZERO)
                .build();
    }

    private static RetryConfig retryOf(int attemptsMax, CallTiming timing) {
        return RetryConfig.custom()
                .maxAttempts(attemptsMax)
                .retryOnException(CallFailure.Transient.class::isInstance)
                .intervalBiFunction(
                        (failed, outcome) ->
                                outcome.getLeft() instanceof CallFailure.Transient failure
                                        ? RetryDelay.before(failure, failed, timing.jitter())
                                                .toMillis()
                                        : 0L)
                .build();
    }
}
