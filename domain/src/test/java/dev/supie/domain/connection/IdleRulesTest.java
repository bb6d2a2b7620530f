package dev.supie.domain.connection;

import static dev.supie.domain.connection.ConnectionExamples.AUDIO;
import static dev.supie.domain.connection.ConnectionExamples.DECIDER;
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

import dev.supie.domain.connection.ConnectionEffect.Abandon;
import dev.supie.domain.connection.ConnectionEffect.BreakSilence;
import dev.supie.domain.connection.ConnectionEffect.Close;
import dev.supie.domain.connection.ConnectionEffect.Ping;
import dev.supie.domain.connection.ConnectionEffect.WarnIdle;
import dev.supie.domain.kernel.Scenario;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// CON-3 and MSG-8, at -1, 0 and +1 ms.
final class IdleRulesTest {

    private static final WarnIdle WARNING = new WarnIdle(Duration.ofSeconds(15));

    @Nested
    class Life {

        @ParameterizedTest
        @CsvSource({"19999, 0", "20000, 1", "20001, 1"})
        void aPingGoesOutEveryTwentySeconds(long at, int pings) {
            assertEquals(pings, at(opened(), millis(at)).effects(Ping.class).size());
        }

        @Test
        void theNextPingIsCountedFromTheLast() {
            Connection pinged = at(opened(), millis(20_500)).state();

            assertEquals(Optional.of(millis(40_500)), DECIDER.deadline(pinged));
        }

        @ParameterizedTest
        @CsvSource({"119999, false", "120000, true", "120001, true"})
        void withoutAnyFrameItIsDead(long at, boolean dead) {
            assertEquals(dead, at(opened(), millis(at)).effects().contains(new Abandon()));
        }

        @Test
        void aPongIsLife() {
            Connection alive = given(opened()).when(PONG).at(millis(100_000)).state();

            assertEquals(List.of(), at(alive, millis(219_999)).effects(Abandon.class));
            at(alive, millis(220_000)).then(new Abandon());
        }

        @Test
        void itDiesEvenWhileIdleIsHeld() {
            Connection held = given(opened()).when(hold(IdleHold.SPEAKING)).at(START).state();

            at(held, millis(120_000)).then(new Abandon());
        }

        @ParameterizedTest
        @CsvSource({"79999, 0", "80000, 1", "100000, 1"})
        void aSilenceIsBrokenIfItWouldGetTooLong(long silence, int texts) {
            Connection pinging = pingingAt(millis(200_000));
            var then =
                    given(pinging)
                            .when(new ConnectionCommand.DeadlineReached(millis(200_000 - silence)))
                            .at(millis(200_000));

            assertEquals(texts, then.effects(BreakSilence.class).size());
        }

        @Test
        void aSilenceIsOnlyLookedAtOnAPing() {
            var then =
                    given(pingingAt(millis(200_000)))
                            .when(new ConnectionCommand.DeadlineReached(START))
                            .at(millis(199_999));

            assertEquals(List.of(), then.effects());
        }

        private static Connection pingingAt(Instant ping) {
            IdleClock clock =
                    new IdleClock(
                            ping, ping, ping, ping, IdleClock.Warning.NONE, new IdlePause.None());
            return opened().with(clock);
        }
    }

    @Nested
    class NoVoice {

        @ParameterizedTest
        @CsvSource({
            "CHAT, 584999, 0",
            "CHAT, 585000, 1",
            "CHAT, 585001, 1",
            "CODING, 584999, 0",
            "CODING, 585000, 1",
            "MEETING, 1784999, 0",
            "MEETING, 1785000, 1",
            "WORKING, 1784999, 0",
            "WORKING, 1785000, 1"
        })
        void aWarningComesFifteenSecondsBefore(Mode mode, long at, int warnings) {
            assertEquals(warnings, at(quiet(mode, at), millis(at)).effects(WarnIdle.class).size());
        }

        @ParameterizedTest
        @CsvSource({
            "CHAT, 599999, false",
            "CHAT, 600000, true",
            "CHAT, 600001, true",
            "CODING, 599999, false",
            "CODING, 600000, true",
            "MEETING, 1799999, false",
            "MEETING, 1800000, true",
            "WORKING, 1799999, false",
            "WORKING, 1800000, true"
        })
        void thenItIsClosed(Mode mode, long at, boolean closes) {
            assertEquals(
                    closes,
                    at(warned(mode), millis(at)).effects().contains(new Close(CloseCode.IDLE)));
        }

        @Test
        void isWarnedAboutOnce() {
            Connection warned = warned(Mode.CHAT);

            assertEquals(List.of(), at(warned, millis(585_001)).effects(WarnIdle.class));
        }

        @Test
        void aLateWarningSaysWhatIsLeft() {
            var then = at(quiet(Mode.CHAT, 590_000), millis(590_000));

            assertEquals(new WarnIdle(Duration.ofSeconds(10)), then.effect(WarnIdle.class));
        }

        @Test
        void aMessageWithdrawsTheWarningAndRestartsTheClock() {
            Connection.Open open =
                    (Connection.Open)
                            given(warned(Mode.CHAT)).when(MESSAGE).at(millis(599_999)).state();

            assertEquals(IdleClock.Warning.NONE, open.clock().warning());
            assertEquals(List.of(), at(open, millis(600_000)).effects(Close.class));
            assertEquals(millis(599_999), open.clock().voiceAt());
        }

        @Test
        void voiceDoesSoToo() {
            Connection.Open open =
                    (Connection.Open)
                            given(warned(Mode.CHAT)).when(VOICE).at(millis(599_999)).state();

            assertEquals(IdleClock.Warning.NONE, open.clock().warning());
            assertEquals(List.of(), at(open, millis(600_000)).effects(Close.class));
            assertEquals(millis(599_999), open.clock().voiceAt());
        }

        @Test
        void audioThatMayBeSilenceDoesNot() {
            Connection heard = given(warned(Mode.CHAT)).when(AUDIO).at(millis(599_999)).state();

            assertEquals(new Close(CloseCode.IDLE), at(heard, millis(600_000)).effect(Close.class));
        }

        @Test
        void aPongDoesNot() {
            Connection heard = given(warned(Mode.CHAT)).when(PONG).at(millis(599_999)).state();

            assertEquals(new Close(CloseCode.IDLE), at(heard, millis(600_000)).effect(Close.class));
        }

        @Test
        void isCountedFromTheModeInForce() {
            Connection open =
                    given(quiet(Mode.MEETING, 1_000_000))
                            .when(new ConnectionCommand.LeaveMeeting())
                            .at(millis(1_000_000))
                            .state();

            assertEquals(List.of(), at(open, millis(1_000_001)).effects(Close.class));
            assertEquals(List.of(), at(open, millis(1_000_001)).effects(WarnIdle.class));
        }
    }

    @Nested
    class Holds {

        @ParameterizedTest
        @EnumSource(IdleHold.class)
        void idleNeitherWarnsNorCloses(IdleHold hold) {
            Connection held =
                    given(quiet(Mode.CHAT, 580_000)).when(hold(hold)).at(millis(580_000)).state();

            assertEquals(List.of(), at(held, millis(585_000)).effects(WarnIdle.class));
            assertEquals(List.of(), at(held, millis(660_000)).effects(Close.class));
        }

        @Test
        void aHoldWithdrawsTheWarning() {
            Connection.Open held =
                    (Connection.Open)
                            given(warned(Mode.CHAT))
                                    .when(hold(IdleHold.SPEAKING))
                                    .at(millis(590_000))
                                    .state();

            assertEquals(IdleClock.Warning.NONE, held.clock().warning());
        }

        @Test
        void theClockStartsAnewWhenTheHoldEnds() {
            Connection.Open free =
                    (Connection.Open)
                            given(quiet(Mode.CHAT, 580_000))
                                    .when(hold(IdleHold.SPEAKING))
                                    .at(millis(580_000))
                                    .when(release(IdleHold.SPEAKING))
                                    .at(millis(620_000))
                                    .state();

            assertEquals(millis(620_000), free.clock().voiceAt());
        }

        @Test
        void bothMustEnd() {
            Connection one =
                    given(quiet(Mode.CHAT, 580_000))
                            .when(hold(IdleHold.SPEAKING))
                            .at(millis(580_000))
                            .when(hold(IdleHold.FINALIZING))
                            .at(millis(580_000))
                            .when(release(IdleHold.SPEAKING))
                            .at(millis(581_000))
                            .state();

            assertEquals(
                    new IdlePause.Held(Set.of(IdleHold.FINALIZING), millis(580_000)),
                    ((Connection.Open) one).clock().pause());
            assertEquals(List.of(), at(one, millis(690_000)).effects(Close.class));
        }

        @Test
        void releasingWhatIsNotHeldRestartsNothing() {
            Connection.Open open =
                    (Connection.Open)
                            given(opened())
                                    .when(release(IdleHold.SPEAKING))
                                    .at(millis(5_000))
                                    .state();

            assertEquals(opened().clock(), open.clock());
        }
    }

    private static Scenario.Then<
                    Connection, ConnectionCommand, ConnectionEffect, ConnectionRejection>
            at(Connection connection, Instant now) {
        return given(connection).when(deadline(now)).at(now);
    }

    /// Nothing was said since the start; pongs came until now.
    private static Connection.Open quiet(Mode mode, long now) {
        return (Connection.Open) given(openedIn(mode)).when(PONG).at(millis(now)).state();
    }

    private static Connection warned(Mode mode) {
        long warnedAt = mode == Mode.CHAT || mode == Mode.CODING ? 585_000 : 1_785_000;
        var then = at(quiet(mode, warnedAt), millis(warnedAt));
        assertEquals(WARNING, then.effect(WarnIdle.class));
        return then.state();
    }
}
