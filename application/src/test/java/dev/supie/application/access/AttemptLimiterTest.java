package dev.supie.application.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.application.fake.VirtualTime;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.IntStream;

/// AUTH-3: twenty failed attempts a minute from one address.
final class AttemptLimiterTest {

    private static final String HOME = "192.0.2.1";

    private final VirtualTime time = new VirtualTime(Instant.parse("2026-01-01T00:00:00Z"));
    private final AttemptLimiter limiter = new AttemptLimiter(time);

    @Test
    void twentiethFailureIsTheLastThatIsLookedAt() {
        for (int i = 1; i < AttemptLimiter.FAILED_MAX; i++) {
            assertFalse(limiter.failed(HOME));
        }
        assertEquals(Optional.empty(), limiter.refusal(HOME));
        assertTrue(limiter.failed(HOME));
        assertEquals(Optional.of(AttemptLimiter.WINDOW), limiter.refusal(HOME));
    }

    @Test
    void waitsUntilTheOldestFailureIsAMinuteOld() {
        limiter.failed(HOME);
        time.advance(Duration.ofSeconds(10));
        fail(HOME, 19);
        assertEquals(Optional.of(Duration.ofSeconds(50)), limiter.refusal(HOME));
        time.advance(Duration.ofSeconds(50).minusNanos(1));
        assertEquals(Optional.of(Duration.ofNanos(1)), limiter.refusal(HOME));
        time.advance(Duration.ofNanos(1));
        assertEquals(Optional.empty(), limiter.refusal(HOME));
        // One of the twenty is forgotten, so one more is all there is.
        assertTrue(limiter.failed(HOME));
        assertEquals(Optional.of(Duration.ofSeconds(10)), limiter.refusal(HOME));
    }

    @Test
    void neverMoreThanTwentyFailuresInAnyMinute() {
        int failures = 0;
        for (int second = 0; second < 60; second++) {
            for (int i = 0; i < 5; i++) {
                if (limiter.refusal(HOME).isEmpty()) {
                    limiter.failed(HOME);
                    failures++;
                }
            }
            time.advance(Duration.ofSeconds(1).minusNanos(1));
        }
        assertEquals(AttemptLimiter.FAILED_MAX, failures);
    }

    @Test
    void failuresThatWereUnderWayAtOnceAllCount() {
        fail(HOME, 50);
        assertEquals(Optional.of(AttemptLimiter.WINDOW), limiter.refusal(HOME));
        time.advance(AttemptLimiter.WINDOW);
        assertEquals(Optional.empty(), limiter.refusal(HOME));
    }

    @Test
    void lateFailuresOfALockedAddressDoNotAnnounceItAgain() {
        fail(HOME, 20);
        assertFalse(limiter.failed(HOME));
    }

    @Test
    void addressesDoNotCountForEachOther() {
        fail(HOME, 20);
        assertEquals(Optional.empty(), limiter.refusal("192.0.2.2"));
    }

    @Test
    void rememberedAddressesAreLimited() {
        fail(HOME, 20);
        IntStream.range(0, AttemptLimiter.ADDRESSES_MAX - 1)
                .forEach(i -> limiter.failed("address " + i));
        assertEquals(AttemptLimiter.ADDRESSES_MAX, limiter.addresses());
        assertTrue(limiter.refusal(HOME).isPresent());
        limiter.failed("one more");
        assertEquals(AttemptLimiter.ADDRESSES_MAX, limiter.addresses());
        assertEquals(Optional.empty(), limiter.refusal(HOME));
    }

    @Test
    void quietAddressesAreForgottenAfterAMinute() {
        IntStream.range(0, 1000).forEach(i -> limiter.failed("address " + i));
        time.advance(AttemptLimiter.WINDOW);
        limiter.failed(HOME);
        assertEquals(1, limiter.addresses());
    }

    private void fail(String address, int times) {
        IntStream.range(0, times).forEach(_ -> limiter.failed(address));
    }
}
