package dev.supie.domain.peer;

import static dev.supie.domain.peer.PeerExamples.START;
import static dev.supie.domain.peer.PeerExamples.ZOE;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.domain.kernel.Seeded;
import dev.supie.domain.peer.PeerRate.Taken;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// PEER-3: how often a badge may send.
class PeerRateTest {

    private static final Targets ONE = new Targets.Named(List.of(ZOE));
    private static final Targets ALL = new Targets.Everybody();

    private PeerRate rate = PeerRate.UNUSED;

    /// Zero if it was granted.
    private Duration wait(Targets targets, Instant now) {
        return switch (rate.take(targets, now)) {
            case Taken.Granted(PeerRate next) -> {
                rate = next;
                yield Duration.ZERO;
            }
            case Taken.Refused(PeerRate next, Duration retryAfter) -> {
                rate = next;
                assertTrue(retryAfter.isPositive());
                yield retryAfter;
            }
        };
    }

    @Test
    void fiveASecondPassAndTheSixthHearsWhenToComeBack() {
        for (int i = 0; i < 5; i++) {
            assertEquals(Duration.ZERO, wait(ONE, START));
        }
        assertEquals(Duration.ofMillis(200), wait(ONE, START));
        assertEquals(Duration.ofMillis(1), wait(ONE, START.plusMillis(199)));
        assertEquals(Duration.ZERO, wait(ONE, START.plusMillis(200)));
    }

    @Test
    void broadcastsAreFiveSecondsApart() {
        assertEquals(Duration.ZERO, wait(ALL, START));
        assertEquals(Duration.ofMillis(1), wait(ALL, START.plusMillis(4_999)));
        assertEquals(Duration.ZERO, wait(ALL, START.plusSeconds(5)));
    }

    @Test
    void theSeventhBroadcastOfAMinuteWaitsForTheFirstToBeAMinuteOld() {
        for (int i = 0; i < 6; i++) {
            assertEquals(Duration.ZERO, wait(ALL, START.plusSeconds(5L * i)));
        }
        assertEquals(Duration.ofSeconds(30), wait(ALL, START.plusSeconds(30)));
        assertEquals(Duration.ofMillis(1), wait(ALL, START.plusMillis(59_999)));
        assertEquals(Duration.ZERO, wait(ALL, START.plusSeconds(60)));
        assertEquals(Duration.ofSeconds(5), wait(ALL, START.plusSeconds(60)));
    }

    @Test
    void messagesToBadgesAndToEverybodyDoNotCountForEachOther() {
        assertEquals(Duration.ZERO, wait(ALL, START));
        for (int i = 0; i < 5; i++) {
            assertEquals(Duration.ZERO, wait(ONE, START));
        }
        assertEquals(Duration.ZERO, wait(ALL, START.plusSeconds(5)));
    }

    @Test
    void aRefusalTakesNothing() {
        assertEquals(Duration.ZERO, wait(ALL, START));
        for (int i = 1; i < 50; i++) {
            wait(ALL, START.plusMillis(100L * i));
        }
        assertEquals(Duration.ZERO, wait(ALL, START.plusSeconds(5)));
    }

    @Test
    void aClockSetBackDoesNotSilenceAnybodyForLong() {
        for (int i = 0; i < 6; i++) {
            assertEquals(Duration.ZERO, wait(ALL, START.plusSeconds(5L * i)));
        }
        Instant back = START.minus(Duration.ofDays(1));

        assertTrue(wait(ALL, back).compareTo(PeerRate.SPACING.interval()) <= 0);
        assertEquals(Duration.ZERO, wait(ALL, back.plusSeconds(5)));
    }

    @Test
    void noMinuteHasMoreThanSixHoweverTheyAreSpread() {
        Seeded random = new Seeded(11);
        List<Instant> granted = new ArrayList<>();
        Instant now = START;
        for (int i = 0; i < 5_000; i++) {
            now = now.plusMillis(random.below(9_000));
            if (wait(ALL, now).isZero()) {
                granted.add(now);
            }
        }
        for (int i = 6; i < granted.size(); i++) {
            Duration seven = Duration.between(granted.get(i - 6), granted.get(i));
            assertTrue(seven.compareTo(Duration.ofMinutes(1)) >= 0);
        }
        assertTrue(granted.size() > 100);
    }
}
