package dev.supie.application.meeting;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.supie.application.fake.VirtualTime;
import dev.supie.domain.kernel.DeviceId;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

class JoinAttemptsTest {

    private static final DeviceId GUESSER = new DeviceId("aa:01");
    private static final DeviceId OTHER = new DeviceId("aa:02");

    private final VirtualTime time = new VirtualTime(Instant.parse("2026-11-21T09:00:00Z"));
    private final JoinAttempts attempts = new JoinAttempts(time);

    @Test
    void aBadgeMayBeWrongSoOftenAndThenHasToWait() {
        for (int i = 0; i < JoinAttempts.WRONG_MAX; i++) {
            assertEquals(Optional.empty(), attempts.begin(GUESSER));
            time.jump(Duration.ofSeconds(1));
        }

        assertEquals(Optional.of(Duration.ofSeconds(595)), attempts.begin(GUESSER));
        assertEquals(Optional.empty(), attempts.begin(OTHER));
    }

    @Test
    void itMayTryAgainOnceTheFirstOfThemIsLongAgo() {
        for (int i = 0; i < JoinAttempts.WRONG_MAX; i++) {
            attempts.begin(GUESSER);
        }

        time.jump(JoinAttempts.WINDOW.minusMillis(1));
        assertEquals(Optional.of(Duration.ofMillis(1)), attempts.begin(GUESSER));
        time.jump(Duration.ofMillis(1));
        assertEquals(Optional.empty(), attempts.begin(GUESSER));
    }

    @Test
    void whatWasRightDoesNotCount() {
        for (int i = 0; i < 100; i++) {
            assertEquals(Optional.empty(), attempts.begin(GUESSER));
            attempts.succeeded(GUESSER);
        }

        assertEquals(0, attempts.remembered());
    }

    @Test
    void manyBadgesTogetherGuessNoMoreThanThat() {
        for (int i = 0; i < JoinAttempts.WRONG_OF_ALL_MAX; i++) {
            assertEquals(Optional.empty(), attempts.begin(new DeviceId("guesser-" + i)));
        }

        assertEquals(Optional.of(JoinAttempts.WINDOW), attempts.begin(OTHER));
        assertEquals(JoinAttempts.WRONG_OF_ALL_MAX, attempts.remembered());
        time.jump(JoinAttempts.WINDOW);
        assertEquals(Optional.empty(), attempts.begin(OTHER));
        assertEquals(1, attempts.remembered());
    }
}
