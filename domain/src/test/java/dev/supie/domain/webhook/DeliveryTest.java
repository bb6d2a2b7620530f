package dev.supie.domain.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.domain.webhook.Delivery.Resting;
import dev.supie.domain.webhook.Delivery.Result;
import dev.supie.domain.webhook.Delivery.Settled;
import dev.supie.domain.webhook.Delivery.Waiting;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;

/// HOOK-1: one try, one retry after 2 to 5 s, and an end.
class DeliveryTest {

    private static final Instant NOW = Instant.parse("2026-11-21T09:00:00Z");

    @Nested
    class WhileWaiting {

        @Test
        void itIsDueAtAnyTime() {
            assertTrue(new Waiting().isDue(Instant.MIN));
            assertTrue(new Waiting().isDue(NOW));
        }

        @Test
        void acceptedIsOk() {
            assertEquals(new Settled(Result.OK, NOW), new Waiting().accepted(NOW));
        }

        @ParameterizedTest
        @CsvSource({"0.0, 2000", "0.5, 3500", "0.9999999, 5000"})
        void failedRestsForTwoToFiveSeconds(double chance, long millis) {
            assertEquals(new Resting(NOW.plusMillis(millis)), new Waiting().failed(NOW, chance));
        }

        @ParameterizedTest
        @ValueSource(doubles = {-0.001, 1.0, Double.NaN})
        void whatIsNoChanceIsABug(double chance) {
            var waiting = new Waiting();
            assertThrows(IllegalArgumentException.class, () -> waiting.failed(NOW, chance));
        }

        @Test
        void givenUpIsAFailure() {
            assertEquals(new Settled(Result.FAIL, NOW), new Waiting().givenUp(NOW));
        }
    }

    @Nested
    class WhileResting {

        private final Resting resting = new Resting(NOW);

        @ParameterizedTest
        @CsvSource({"-1, false", "0, true", "1, true"})
        void itIsDueFromItsTimeOn(long millis, boolean due) {
            assertEquals(due, resting.isDue(NOW.plusMillis(millis)));
        }

        @ParameterizedTest
        @CsvSource({"5001, true", "5000, false", "1, false"})
        void aTimeBeyondTheLongestPauseIsOneOfAnotherClock(long before, boolean due) {
            assertEquals(due, resting.isDue(NOW.minusMillis(before)));
        }

        @Test
        void acceptedIsRetryOk() {
            assertEquals(new Settled(Result.RETRY_OK, NOW), resting.accepted(NOW));
        }

        @Test
        void failedAgainIsTheEnd() {
            assertEquals(new Settled(Result.FAIL, NOW), resting.failed(NOW, 0));
        }

        @Test
        void givenUpIsAFailure() {
            assertEquals(new Settled(Result.FAIL, NOW), resting.givenUp(NOW));
        }
    }

    @Test
    void whatIsSettledCannotBeTriedAgain() {
        assertFalse(Delivery.Open.class.isAssignableFrom(Settled.class));
    }
}
