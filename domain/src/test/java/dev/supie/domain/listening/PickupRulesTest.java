package dev.supie.domain.listening;

import static dev.supie.domain.listening.PickupExamples.DEADLINE;
import static dev.supie.domain.listening.PickupExamples.DECIDER;
import static dev.supie.domain.listening.PickupExamples.PACKET;
import static dev.supie.domain.listening.PickupExamples.PREPARE;
import static dev.supie.domain.listening.PickupExamples.SILENCE;
import static dev.supie.domain.listening.PickupExamples.STOP;
import static dev.supie.domain.listening.PickupExamples.VOICE;
import static dev.supie.domain.listening.PickupExamples.after;
import static dev.supie.domain.listening.PickupExamples.given;
import static dev.supie.domain.listening.PickupExamples.idle;
import static dev.supie.domain.listening.PickupExamples.quiet;
import static dev.supie.domain.listening.PickupExamples.speaking;
import static dev.supie.domain.listening.PickupExamples.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Optional;

/// When a piece of speech begins and ends (LIS-1 to LIS-3, LIS-5).
final class PickupRulesTest {

    private static final Duration LONG = Duration.ofSeconds(2);

    @Nested
    class Boundaries {

        @Test
        void aManualStartBeginsAPieceAtOnceAndAStopEndsIt() {
            given(idle())
                    .when(start(ListenMode.MANUAL))
                    .at(after(0))
                    .then(PREPARE, new PickupEffect.Begin(1));
            given(speaking(ListenMode.MANUAL, LONG))
                    .when(STOP)
                    .at(after(2_000))
                    .then(new PickupEffect.Finish(1));
        }

        @Test
        void anAutomaticStartWaitsForAVoice() {
            given(idle()).when(start(ListenMode.AUTO)).at(after(0)).then(PREPARE);
            given(quiet(ListenMode.AUTO))
                    .when(SILENCE)
                    .at(after(60))
                    .then(new PickupEffect.KeepSound())
                    .when(VOICE)
                    .at(after(120))
                    .then(new PickupEffect.Begin(2), new PickupEffect.Take(2));
        }

        @Test
        void theSameBoundaryWithin300MillisIsAnEcho() {
            Pickup listening = given(idle()).when(start(ListenMode.AUTO)).at(after(0)).state();
            given(listening)
                    .when(start(ListenMode.MANUAL))
                    .at(after(299))
                    .thenRejected(PickupRejection.ECHO);
            assertEquals(
                    ListenMode.MANUAL,
                    assertInstanceOf(
                                    Pickup.Listening.class,
                                    given(listening)
                                            .when(start(ListenMode.MANUAL))
                                            .at(after(300))
                                            .state())
                            .mode());
            Pickup stopped = given(listening).when(STOP).at(after(400)).state();
            given(stopped).when(STOP).at(after(699)).thenRejected(PickupRejection.ECHO);
            given(stopped).when(STOP).at(after(700)).then();
        }

        @Test
        void theOtherBoundaryIsNoEchoHoweverSoon() {
            assertInstanceOf(
                    Pickup.Idle.class,
                    given(idle())
                            .when(start(ListenMode.AUTO))
                            .at(after(0))
                            .when(STOP)
                            .at(after(0))
                            .then()
                            .state());
            given(PickupExamples.finalizing())
                    .when(start(ListenMode.MANUAL))
                    .at(after(0))
                    .then(PREPARE, new PickupEffect.Begin(2));
        }

        @Test
        void afterForgettingNothingIsAnEcho() {
            given(idle())
                    .when(start(ListenMode.MANUAL))
                    .at(after(0))
                    .when(PickupExamples.FORGET)
                    .at(after(10))
                    .then(new PickupEffect.Drop(1), new PickupEffect.DropPackets())
                    .when(start(ListenMode.MANUAL))
                    .at(after(20))
                    .then(PREPARE, new PickupEffect.Begin(2));
        }

        @Test
        void aSecondStartLosesNothingThatWasHeard() {
            Pickup.Listening before = speaking(ListenMode.AUTO, LONG);
            Pickup next =
                    given(before).when(start(ListenMode.MANUAL)).at(after(2_000)).then().state();
            assertEquals(
                    before.segment(), assertInstanceOf(Pickup.Listening.class, next).segment());
        }

        @Test
        void aManualStartWhileNobodySpeaksBeginsAPiece() {
            given(quiet(ListenMode.AUTO))
                    .when(start(ListenMode.MANUAL))
                    .at(after(1_000))
                    .then(new PickupEffect.Begin(2));
        }

        @Test
        void whatTheBadgeUnderstoodItselfIsNotHeardAgain() {
            given(idle())
                    .when(PickupExamples.DETECT)
                    .at(after(0))
                    .then(new PickupEffect.DropPackets());
        }
    }

    @Nested
    class Length {

        @Test
        void aPieceIsAskedForOnceItIsFifteenPacketsLong() {
            given(speaking(ListenMode.MANUAL, PACKET.multipliedBy(13)))
                    .when(VOICE)
                    .at(after(840))
                    .then(new PickupEffect.Take(1))
                    .when(VOICE)
                    .at(after(900))
                    .then(new PickupEffect.Take(1), new PickupEffect.Ask(1, 0))
                    .when(VOICE)
                    .at(after(960))
                    .then(new PickupEffect.Take(1));
        }

        @Test
        void aShorterOneIsDropped() {
            assertInstanceOf(
                    Pickup.Idle.class,
                    given(speaking(ListenMode.MANUAL, PACKET.multipliedBy(14)))
                            .when(STOP)
                            .at(after(840))
                            .then(new PickupEffect.Drop(1))
                            .state());
        }

        @Test
        void packetsOf20MillisCountByTheirTime() {
            PickupCommand tiny = new PickupCommand.SoundHeard(Duration.ofMillis(20), true);
            given(speaking(ListenMode.MANUAL, Duration.ofMillis(860)))
                    .when(tiny)
                    .at(after(880))
                    .then(new PickupEffect.Take(1))
                    .when(tiny)
                    .at(after(900))
                    .then(new PickupEffect.Take(1), new PickupEffect.Ask(1, 0));
        }

        @Test
        void aMinuteIsCutAndGoesOnWithItsNextSoundHoweverShort() {
            given(speaking(ListenMode.MANUAL, PickupSettings.SEGMENT_MAX.minus(PACKET)))
                    .when(VOICE)
                    .at(after(60_000))
                    .then(
                            new PickupEffect.Take(1),
                            new PickupEffect.Finish(1),
                            new PickupEffect.Begin(2))
                    .when(VOICE)
                    .at(after(60_060))
                    .then(new PickupEffect.Take(2), new PickupEffect.Ask(2, 0));
        }
    }

    @Nested
    class Pauses {

        @Test
        void aPauseEndsAnAutomaticPieceAndListeningGoesOn() {
            Pickup silent =
                    given(speaking(ListenMode.AUTO, LONG)).when(SILENCE).at(after(2_060)).state();
            given(silent).when(SILENCE).at(after(2_759)).then(new PickupEffect.Take(1));
            assertInstanceOf(
                    Segment.Quiet.class,
                    assertInstanceOf(
                                    Pickup.Listening.class,
                                    given(silent)
                                            .when(SILENCE)
                                            .at(after(2_760))
                                            .then(
                                                    new PickupEffect.Take(1),
                                                    new PickupEffect.Finish(1))
                                            .state())
                            .segment());
        }

        @Test
        void aVoiceInBetweenStartsTheSilenceAnew() {
            given(speaking(ListenMode.REALTIME, LONG))
                    .when(SILENCE)
                    .at(after(2_060))
                    .when(VOICE)
                    .at(after(2_700))
                    .when(SILENCE)
                    .at(after(2_760))
                    .when(SILENCE)
                    .at(after(3_459))
                    .then(new PickupEffect.Take(1));
        }

        @Test
        void aPauseIsSeenAlsoIfNoPacketTellsOfIt() {
            Pickup silent =
                    given(speaking(ListenMode.AUTO, LONG)).when(SILENCE).at(after(2_060)).state();
            assertEquals(Optional.of(after(2_760)), DECIDER.deadline(silent));
            given(silent).when(DEADLINE).at(after(2_759)).then();
            given(silent).when(DEADLINE).at(after(2_760)).then(new PickupEffect.Finish(1));
        }

        @Test
        void aBadgeThatFallsSilentInTheMiddleOfAWordHasEnded() {
            Pickup speaking = speaking(ListenMode.AUTO, LONG);
            assertEquals(Optional.of(after(5_000)), DECIDER.deadline(speaking));
            given(speaking).when(DEADLINE).at(after(4_999)).then();
            given(speaking).when(DEADLINE).at(after(5_000)).then(new PickupEffect.Finish(1));
        }

        @Test
        void inManualAPauseCountsOnlyOnceTheBadgeHasSaidNothingForAWhile() {
            Pickup silent =
                    given(speaking(ListenMode.MANUAL, LONG)).when(SILENCE).at(after(2_060)).state();
            given(silent).when(SILENCE).at(after(4_999)).then(new PickupEffect.Take(1));
            given(silent)
                    .when(SILENCE)
                    .at(after(5_000))
                    .then(new PickupEffect.Take(1), new PickupEffect.Finish(1));
            assertEquals(Optional.of(after(5_000)), DECIDER.deadline(silent));
        }

        @Test
        void everyBoundaryKeepsTheManualPieceGoing() {
            given(speaking(ListenMode.MANUAL, LONG))
                    .when(SILENCE)
                    .at(after(2_060))
                    .when(PickupExamples.DETECT)
                    .at(after(4_000))
                    .when(SILENCE)
                    .at(after(8_999))
                    .then(new PickupEffect.Take(1));
        }

        @Test
        void aStopThatComesAfterTheFallbackFindsNothingMoreToEnd() {
            Pickup.Finalizing ended =
                    assertInstanceOf(
                            Pickup.Finalizing.class,
                            given(speaking(ListenMode.MANUAL, LONG))
                                    .when(SILENCE)
                                    .at(after(2_060))
                                    .when(DEADLINE)
                                    .at(after(5_000))
                                    .then(new PickupEffect.Finish(1))
                                    .when(STOP)
                                    .at(after(5_500))
                                    .then()
                                    .state());
            assertEquals(1, ended.awaited().pieces().size());
        }
    }
}
