package dev.supie.domain.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.domain.kernel.Rate;
import dev.supie.domain.kernel.TokenBucket;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.time.Instant;

/// MSG-2: how fast a badge may speak.
class TokenBucketTest {

    private static final Instant START = Instant.parse("2026-11-21T08:00:00Z");

    private TokenBucket bucket = TokenBucket.full(MessageRates.TEXT);

    @Test
    void aBurstOf100PassesAndThe101stDoesNot() {
        assertEquals(100, grantedOf(100, START));
        assertFalse(taken(START));
    }

    @Test
    void afterABurstOneMorePassesEvery20Milliseconds() {
        assertEquals(100, grantedOf(100, START));
        assertFalse(taken(START.plusMillis(20).minusNanos(1)));
        assertTrue(taken(START.plusMillis(20)));
        assertFalse(taken(START.plusMillis(20)));
        assertTrue(taken(START.plusMillis(40)));
    }

    @Test
    void fiftyASecondPassForEver() {
        for (int i = 0; i < 10_000; i++) {
            assertTrue(taken(START.plusMillis(20L * i)), "message " + i);
        }
    }

    @Test
    void sixtyASecondAreCutToFifty() {
        int granted = 0;
        for (int i = 0; i < 60 * 60; i++) {
            granted += taken(START.plusNanos(1_000_000_000L * i / 60)) ? 1 : 0;
        }
        // In 60 s: the burst, and fifty for each second.
        assertEquals(100 + 50 * 60, granted, 1);
    }

    @Test
    void quietTimeRefillsToTheBurstAndNoFurther() {
        assertEquals(100, grantedOf(200, START));
        assertEquals(50, grantedOf(200, START.plusSeconds(1)));
        assertEquals(100, grantedOf(200, START.plusSeconds(3600)));
    }

    @Test
    void refusedOnesCostNothing() {
        assertEquals(100, grantedOf(100_000, START));
        assertTrue(taken(START.plusMillis(20)));
    }

    @Test
    void audioIsLimitedToAHundredASecond() {
        bucket = TokenBucket.full(MessageRates.AUDIO);
        assertEquals(100, grantedOf(300, START));
        assertEquals(100, grantedOf(300, START.plusSeconds(1)));
    }

    @Test
    void theNoticeOfADropGoesOutOnceASecond() {
        bucket = TokenBucket.full(MessageRates.NOTICES);
        assertTrue(taken(START));
        assertFalse(taken(START.plusMillis(999)));
        assertTrue(taken(START.plusMillis(1000)));
    }

    @Test
    void aClockThatIsSetBackBlocksNoLongerThanARefill() {
        assertEquals(100, grantedOf(100, START));
        Instant earlier = START.minusSeconds(3600);
        assertFalse(taken(earlier));
        assertTrue(taken(earlier.plusMillis(20)));
        assertEquals(50, grantedOf(200, earlier.plusMillis(1020)));
    }

    @ParameterizedTest
    @CsvSource({"0, 20", "1, 19", "19, 1", "20, 0", "21, 0", "100000, 0", "-3600000, 20"})
    void saysHowLongToWait(long millisLater, long waitMillis) {
        assertEquals(100, grantedOf(100, START));
        assertEquals(Duration.ofMillis(waitMillis), bucket.wait(START.plusMillis(millisLater)));
    }

    @Test
    void aRateThatAllowsNothingOrEverythingIsAMistake() {
        assertThrows(IllegalArgumentException.class, () -> new Rate(Duration.ZERO, 1));
        assertThrows(IllegalArgumentException.class, () -> new Rate(Duration.ofSeconds(-1), 1));
        assertThrows(IllegalArgumentException.class, () -> new Rate(Duration.ofSeconds(1), 0));
    }

    private boolean taken(Instant at) {
        TokenBucket.Taken taken = bucket.take(at);
        bucket = taken.next();
        return taken.granted();
    }

    private int grantedOf(int count, Instant at) {
        int granted = 0;
        for (int i = 0; i < count; i++) {
            granted += taken(at) ? 1 : 0;
        }
        return granted;
    }
}
