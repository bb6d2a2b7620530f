package dev.supie.domain.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.supie.domain.connection.DuplicateRules.Verdict;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;

/// DUP-1, DUP-2: what becomes of a newcomer whose badge is connected already.
class DuplicateRulesTest {

    private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");
    private static final TakeoverHistory FULL =
            new TakeoverHistory(Collections.nCopies(TakeoverHistory.MAX, NOW));

    private static Verdict decided(
            DuplicatePolicy policy, Instant seenAt, TakeoverHistory earlier) {
        return new DuplicateRules(new DuplicateSettings(policy, true)).decide(seenAt, earlier, NOW);
    }

    @Test
    void underTakeoverTheNewcomerIsTheBadge() {
        assertEquals(
                new Verdict.Accepted(new TakeoverHistory(List.of(NOW))),
                decided(DuplicatePolicy.TAKEOVER, NOW, TakeoverHistory.NONE));
    }

    @Test
    void underRejectOneThatShowsLifeStays() {
        assertEquals(
                new Verdict.Duplicate(Duration.ofSeconds(45)),
                decided(DuplicatePolicy.REJECT, NOW, TakeoverHistory.NONE));
    }

    @ParameterizedTest
    @CsvSource({"44999, 1", "45000, 0", "45001, 0"})
    void underRejectOneThatHasMissedTwoPingsIsTakenOver(long silentForMillis, long waitMillis) {
        Verdict expected =
                waitMillis > 0
                        ? new Verdict.Duplicate(Duration.ofMillis(waitMillis))
                        : new Verdict.Accepted(new TakeoverHistory(List.of(NOW)));

        assertEquals(
                expected,
                decided(
                        DuplicatePolicy.REJECT,
                        NOW.minusMillis(silentForMillis),
                        TakeoverHistory.NONE));
    }

    @Test
    void underRejectOneThatIsBeingClosedProtectsNothing() {
        assertEquals(
                new Verdict.Accepted(new TakeoverHistory(List.of(NOW))),
                decided(DuplicatePolicy.REJECT, Instant.MIN, TakeoverHistory.NONE));
    }

    @ParameterizedTest
    @EnumSource(DuplicatePolicy.class)
    void theSixthTakeoverInAMinuteIsRefused(DuplicatePolicy policy) {
        assertEquals(
                new Verdict.Flapping(Duration.ofSeconds(60)), decided(policy, Instant.MIN, FULL));
    }
}
