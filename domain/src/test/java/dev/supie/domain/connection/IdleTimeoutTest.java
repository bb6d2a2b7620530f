package dev.supie.domain.connection;

import static dev.supie.domain.connection.ConnectionExamples.AUDIO;
import static dev.supie.domain.connection.ConnectionExamples.MESSAGE;
import static dev.supie.domain.connection.ConnectionExamples.PONG;
import static dev.supie.domain.connection.ConnectionExamples.START;
import static dev.supie.domain.connection.ConnectionExamples.VOICE;
import static dev.supie.domain.connection.ConnectionExamples.deadline;
import static dev.supie.domain.connection.ConnectionExamples.given;
import static dev.supie.domain.connection.ConnectionExamples.hold;
import static dev.supie.domain.connection.ConnectionExamples.millis;
import static dev.supie.domain.connection.ConnectionExamples.opened;
import static dev.supie.domain.connection.ConnectionExamples.openedIn;
import static dev.supie.domain.connection.ConnectionExamples.release;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.supie.domain.connection.ConnectionEffect.Close;
import dev.supie.domain.connection.ConnectionEffect.WarnIdle;
import dev.supie.domain.connection.ConnectionEffect.WarnTimeout;
import dev.supie.domain.kernel.Scenario;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// The second idle layer of CON-3: no frame at all. Counted from a message or audio, so it ends a
/// connection whose first layer something else than a frame has restarted: the server's own speech,
/// or a voice that was noticed late.
final class IdleTimeoutTest {

    /// The badge is silent from the start; the server speaks from 300 s to 310 s.
    private static Connection.Open spokenTo(Mode mode) {
        return (Connection.Open)
                given(openedIn(mode))
                        .when(hold(IdleHold.SPEAKING))
                        .at(millis(300_000))
                        .when(release(IdleHold.SPEAKING))
                        .at(millis(310_000))
                        .state();
    }

    @ParameterizedTest
    @CsvSource({
        "CHAT, 659999, 0",
        "CHAT, 660000, 1",
        "CHAT, 660001, 1",
        "MEETING, 1859999, 0",
        "MEETING, 1860000, 1",
        "WORKING, 1860000, 1"
    })
    void aWarningComesTenSecondsBefore(Mode mode, long at, int warnings) {
        var then = at(there(spokenTo(mode), at), millis(at));

        assertEquals(warnings, then.effects(WarnTimeout.class).size());
        assertEquals(List.of(), then.effects(WarnIdle.class));
    }

    @ParameterizedTest
    @CsvSource({
        "CHAT, 669999, false",
        "CHAT, 670000, true",
        "CHAT, 670001, true",
        "MEETING, 1869999, false",
        "MEETING, 1870000, true"
    })
    void thenItIsClosedSixtySecondsAfterTheFirstLayerNotCountingTheSpeech(
            Mode mode, long at, boolean closes) {
        var then = at(there(spokenTo(mode), at), millis(at));

        assertEquals(closes, then.effects().contains(new Close(CloseCode.IDLE)));
    }

    @Test
    void theFirstLayerStillClosesWhenItIsDueEarlier() {
        Connection spoken =
                given(opened())
                        .when(hold(IdleHold.SPEAKING))
                        .at(millis(10_000))
                        .when(release(IdleHold.SPEAKING))
                        .at(millis(20_000))
                        .state();

        var then = at(there(spoken, 605_000), millis(605_000));

        assertEquals(new WarnIdle(Duration.ofSeconds(15)), then.effect(WarnIdle.class));
        assertEquals(new Close(CloseCode.IDLE), at(spoken, 620_000).effect(Close.class));
    }

    @Test
    void aVoiceNoticedLateKeepsTheFirstLayerButNotTheSecond() {
        Connection late = given(opened()).when(VOICE).at(millis(500_000)).state();

        assertEquals(List.of(), at(late, 649_999).effects(WarnTimeout.class));
        Connection warned = at(late, 650_000).state();
        assertEquals(new Close(CloseCode.IDLE), at(warned, 660_000).effect(Close.class));
    }

    @Test
    void voiceAloneDoesNotWithdrawItsWarning() {
        Connection warned = at(spokenTo(Mode.CHAT), 660_000).state();
        Connection.Open heard =
                (Connection.Open) given(warned).when(VOICE).at(millis(665_000)).state();

        assertEquals(IdleClock.Warning.TIMEOUT, heard.clock().warning());
    }

    @Test
    void audioWithdrawsItsWarningAndRestartsIt() {
        Connection warned = at(spokenTo(Mode.CHAT), 660_000).state();
        Connection.Open heard =
                (Connection.Open) given(warned).when(AUDIO).at(millis(665_000)).state();

        assertEquals(IdleClock.Warning.TIMEOUT, ((Connection.Open) warned).clock().warning());
        assertEquals(IdleClock.Warning.NONE, heard.clock().warning());
        assertEquals(millis(665_000), heard.clock().messageAt());
    }

    @Test
    void aMessageWithdrawsItsWarningAndRestartsBoth() {
        Connection warned = at(spokenTo(Mode.CHAT), 660_000).state();
        Connection heard = given(warned).when(MESSAGE).at(millis(665_000)).state();

        assertEquals(List.of(), at(heard, 1_249_999).effects(WarnIdle.class));
        assertEquals(1, at(heard, 1_250_000).effects(WarnIdle.class).size());
    }

    @Test
    void aFrameDuringASpeechCountsFromThere() {
        Connection.Open answered =
                (Connection.Open)
                        given(opened())
                                .when(hold(IdleHold.SPEAKING))
                                .at(millis(100_000))
                                .when(AUDIO)
                                .at(millis(150_000))
                                .when(release(IdleHold.SPEAKING))
                                .at(millis(190_000))
                                .state();

        assertEquals(millis(190_000), answered.clock().messageAt());
    }

    @Test
    void theTimeOfTwoHoldsThatOverlapIsLeftOutOnce() {
        Connection.Open free =
                (Connection.Open)
                        given(opened())
                                .when(hold(IdleHold.SPEAKING))
                                .at(millis(100_000))
                                .when(hold(IdleHold.FINALIZING))
                                .at(millis(120_000))
                                .when(release(IdleHold.SPEAKING))
                                .at(millis(130_000))
                                .when(release(IdleHold.FINALIZING))
                                .at(millis(160_000))
                                .state();

        assertEquals(START.plusSeconds(60), free.clock().messageAt());
        assertEquals(millis(160_000), free.clock().voiceAt());
    }

    /// Pongs came until now, so that it is not taken for dead.
    private static Connection there(Connection connection, long now) {
        return given(connection).when(PONG).at(millis(now)).state();
    }

    private static Scenario.Then<
                    Connection, ConnectionCommand, ConnectionEffect, ConnectionRejection>
            at(Connection connection, long now) {
        return at(there(connection, now), millis(now));
    }

    private static Scenario.Then<
                    Connection, ConnectionCommand, ConnectionEffect, ConnectionRejection>
            at(Connection connection, Instant now) {
        return given(connection).when(deadline(now)).at(now);
    }
}
