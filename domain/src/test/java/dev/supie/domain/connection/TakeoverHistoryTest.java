package dev.supie.domain.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/// DUP-2: at most five takeovers of one badge in 60 s.
class TakeoverHistoryTest {

    private static final Instant START = Instant.parse("2026-11-21T08:00:00Z");

    private TakeoverHistory history = TakeoverHistory.NONE;

    private boolean takenOver(Instant at) {
        boolean allowed = history.wait(at).isEmpty();
        if (allowed) {
            history = history.plus(at);
        }
        return allowed;
    }

    @ParameterizedTest
    @CsvSource({"0, false", "59999, false", "60000, true", "60001, true"})
    void fiveAreAllowedAndTheSixthOnlyAfterAMinute(long sixthAt, boolean allowed) {
        for (int i = 0; i < TakeoverHistory.MAX; i++) {
            assertTrue(takenOver(START));
        }

        assertEquals(allowed, takenOver(START.plusMillis(sixthAt)));
    }

    @Test
    void theWaitEndsWhenTheOldestIsAMinuteAgo() {
        for (int i = 0; i < TakeoverHistory.MAX; i++) {
            takenOver(START.plusSeconds(i));
        }

        assertEquals(Optional.of(Duration.ofSeconds(50)), history.wait(START.plusSeconds(10)));
    }

    @Test
    void refusedOnesDoNotCount() {
        for (int i = 0; i < TakeoverHistory.MAX; i++) {
            takenOver(START);
        }
        for (int i = 0; i < 1_000; i++) {
            assertFalse(takenOver(START.plusSeconds(59)));
        }

        assertTrue(takenOver(START.plusSeconds(60)));
    }

    @Test
    void noMinuteHoldsMoreThanFiveWhereverItBeginsAndNoMoreAreRemembered() {
        var random = new Random(5);
        List<Instant> allowed = new ArrayList<>();
        Instant now = START;
        for (int i = 0; i < 5_000; i++) {
            now = now.plusMillis(random.nextInt(20_000));
            if (takenOver(now)) {
                allowed.add(now);
            }
            assertTrue(history.at().size() <= TakeoverHistory.MAX);
        }
        for (int i = TakeoverHistory.MAX; i < allowed.size(); i++) {
            Instant fiveEarlier = allowed.get(i - TakeoverHistory.MAX);
            assertFalse(allowed.get(i).isBefore(fiveEarlier.plus(TakeoverHistory.WINDOW)));
        }
        assertTrue(allowed.size() > 2_000, "only " + allowed.size() + " of 5,000 were allowed");
    }

    @Test
    void aClockThatIsSetBackKeepsNobodyOut() {
        for (int i = 0; i < TakeoverHistory.MAX; i++) {
            takenOver(START);
        }

        assertTrue(takenOver(START.minusSeconds(3600)));
        assertEquals(1, history.at().size());
    }

    @Test
    void oneThatIsNotAllowedCannotBeNoted() {
        for (int i = 0; i < TakeoverHistory.MAX; i++) {
            takenOver(START);
        }

        assertThrows(IllegalStateException.class, () -> history.plus(START));
    }
}
