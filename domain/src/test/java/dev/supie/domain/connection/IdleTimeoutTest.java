package dev.supie.domain.connection;

import static dev.supie.domain.connection.ConnectionExamples.AUDIO;
import static dev.supie.domain.connection.ConnectionExamples.START;
import static dev.supie.domain.connection.ConnectionExamples.deadline;
import static dev.supie.domain.connection.ConnectionExamples.given;
import static dev.supie.domain.connection.ConnectionExamples.millis;
import static dev.supie.domain.connection.ConnectionExamples.opened;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.supie.domain.connection.ConnectionEffect.Close;
import dev.supie.domain.connection.ConnectionEffect.WarnTimeout;
import dev.supie.domain.kernel.Scenario;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Instant;
import java.util.Set;

/// The second idle layer of CON-3: no frame at all. Counted from a message or audio; only a voice
/// that is heard without either can outlast it.
final class IdleTimeoutTest {

    private final Connection speaking = opened().with(clock(IdleClock.Warning.NONE));

    @ParameterizedTest
    @CsvSource({"649999, 0", "650000, 1", "650001, 1"})
    void aWarningComesTenSecondsBefore(long at, int warnings) {
        assertEquals(warnings, at(speaking, millis(at)).effects(WarnTimeout.class).size());
    }

    @ParameterizedTest
    @CsvSource({"659999, false", "660000, true", "660001, true"})
    void thenItIsClosedSixtySecondsAfterTheFirstLayer(long at, boolean closes) {
        Connection warned = opened().with(clock(IdleClock.Warning.TIMEOUT));

        assertEquals(closes, at(warned, millis(at)).effects().contains(new Close(CloseCode.IDLE)));
    }

    @Test
    void audioWithdrawsItsWarning() {
        Connection.Open warned = (Connection.Open) at(speaking, millis(650_000)).state();
        Connection.Open heard =
                (Connection.Open) given(warned).when(AUDIO).at(millis(655_000)).state();

        assertEquals(IdleClock.Warning.TIMEOUT, warned.clock().warning());
        assertEquals(IdleClock.Warning.NONE, heard.clock().warning());
    }

    private static IdleClock clock(IdleClock.Warning warning) {
        Instant later = millis(600_000);
        return new IdleClock(later, START, later, millis(700_000), warning, Set.of());
    }

    private static Scenario.Then<
                    Connection, ConnectionCommand, ConnectionEffect, ConnectionRejection>
            at(Connection connection, Instant now) {
        return given(connection).when(deadline(now)).at(now);
    }
}
