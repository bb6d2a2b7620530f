package dev.supie.adapter.in.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// The rate of REST-1, in virtual time.
class RequestLimiterTest {

    private static final Optional<Duration> ADMITTED = Optional.empty();

    private Instant now = Meetings.NOON;
    private final RequestLimiter limiter = new RequestLimiter(10, () -> now);

    private int admittedOf(RequestLimiter tried, int requests) {
        int admitted = 0;
        for (int i = 0; i < requests; i++) {
            admitted += tried.refusal("a").isEmpty() ? 1 : 0;
        }
        return admitted;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 7, 10, 1000})
    void oneSecondsWorthIsAdmittedAtOnceAndNoMore(int rate) {
        var tried = new RequestLimiter(rate, () -> now);

        assertEquals(rate, admittedOf(tried, rate + 5));
    }

    @Test
    void refusalSaysHowLongToWaitAndThatIsEnough() {
        admittedOf(limiter, 10);

        assertEquals(Optional.of(Duration.ofMillis(100)), limiter.refusal("a"));
        now = now.plusMillis(99);
        assertEquals(Optional.of(Duration.ofMillis(1)), limiter.refusal("a"));
        now = now.plusMillis(1);
        assertEquals(ADMITTED, limiter.refusal("a"));
        assertEquals(Optional.of(Duration.ofMillis(100)), limiter.refusal("a"));
    }

    @Test
    void aLongRunKeepsToTheRate() {
        int admitted = 0;
        for (int millis = 0; millis < 10_000; millis += 20) {
            admitted += limiter.refusal("a").isEmpty() ? 1 : 0;
            now = now.plusMillis(20);
        }

        // Ten seconds' worth and the burst at the start.
        assertEquals(109, admitted);
    }

    @Test
    void aQuietSecondRestoresTheWholeBurst() {
        admittedOf(limiter, 20);
        now = now.plusSeconds(1);

        assertEquals(10, admittedOf(limiter, 20));
    }

    @Test
    void addressesDoNotShareTheirRate() {
        admittedOf(limiter, 20);

        assertEquals(ADMITTED, limiter.refusal("b"));
    }

    @Test
    void clockThatIsSetBackLocksNobodyOut() {
        admittedOf(limiter, 20);
        now = now.minus(Duration.ofHours(1));

        assertEquals(10, admittedOf(limiter, 20));
    }

    @Test
    void tableOfAddressesNeverGrowsBeyondItsLimit() {
        for (int i = 0; i < RequestLimiter.ADDRESSES_MAX + 500; i++) {
            limiter.refusal("address " + i);
        }

        assertEquals(RequestLimiter.ADDRESSES_MAX, limiter.addresses());
    }

    @Test
    void fullTableForgetsTheAddressThatWasQuietForTheLongest() {
        admittedOf(limiter, 10);
        limiter.refusal("quiet");
        for (int i = 0; i < RequestLimiter.ADDRESSES_MAX - 2; i++) {
            limiter.refusal("address " + i);
        }
        assertTrue(limiter.refusal("a").isPresent(), "still known, and now the newest");

        limiter.refusal("one too many");

        assertTrue(limiter.refusal("a").isPresent(), "kept");
        assertEquals(RequestLimiter.ADDRESSES_MAX, limiter.addresses());
    }

    @Test
    void forgottenAddressStartsAfresh() {
        admittedOf(limiter, 10);
        for (int i = 0; i < RequestLimiter.ADDRESSES_MAX; i++) {
            limiter.refusal("address " + i);
        }

        assertEquals(10, admittedOf(limiter, 20));
    }

    @Test
    void askingForThePauseCostsNothing() {
        var limiter = new RequestLimiter(2, Duration.ofMinutes(1), () -> Meetings.NOON);
        for (int i = 0; i < 10; i++) {
            assertEquals(Optional.empty(), limiter.pause("a"));
        }
        assertEquals(Optional.empty(), limiter.refusal("a"));
        assertEquals(Optional.empty(), limiter.refusal("a"));

        assertEquals(Optional.of(Duration.ofSeconds(30)), limiter.pause("a"));
        assertEquals(Optional.of(Duration.ofSeconds(30)), limiter.refusal("a"));
        assertEquals(Optional.empty(), limiter.pause("b"));
    }
}
