package dev.supie.domain.listening;

import static dev.supie.domain.listening.PickupExamples.DEADLINE;
import static dev.supie.domain.listening.PickupExamples.DECIDER;
import static dev.supie.domain.listening.PickupExamples.START;
import static dev.supie.domain.listening.PickupExamples.STOP;
import static dev.supie.domain.listening.PickupExamples.VOICE;
import static dev.supie.domain.listening.PickupExamples.after;
import static dev.supie.domain.listening.PickupExamples.failed;
import static dev.supie.domain.listening.PickupExamples.finalizing;
import static dev.supie.domain.listening.PickupExamples.given;
import static dev.supie.domain.listening.PickupExamples.speaking;
import static dev.supie.domain.listening.PickupExamples.speech;
import static dev.supie.domain.listening.PickupExamples.start;
import static dev.supie.domain.listening.PickupExamples.understood;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What becomes of texts, failures and time-outs (LIS-4, LIS-6).
final class AnswersTest {

    private static final Duration LONG = Duration.ofSeconds(2);
    private static final Instant IN_TIME = after(500);
    private static final Instant LATE = START.plus(PickupExamples.ANSWER).plusMillis(500);

    @Test
    void aTextIsToldAndTheBadgeIsIdleAgain() {
        assertInstanceOf(
                Pickup.Idle.class,
                given(finalizing())
                        .when(understood(1, 0, "good morning"))
                        .at(IN_TIME)
                        .then(new PickupEffect.Tell(1, START, speech("good morning")))
                        .state());
    }

    @Test
    void whatIsUnderstoodSoFarIsToldWhileSpeakingAndAfter() {
        PickupCommand guess = new PickupCommand.Guessed(1, 0, speech("good"));
        PickupEffect told = new PickupEffect.TellGuess(1, START, speech("good"));
        given(speaking(ListenMode.MANUAL, LONG)).when(guess).at(IN_TIME).then(told);
        given(finalizing()).when(guess).at(IN_TIME).then(told);
        given(finalizing())
                .when(failed(1, 0))
                .at(IN_TIME)
                .when(guess)
                .at(IN_TIME)
                .thenRejected(PickupRejection.STALE);
    }

    @Test
    void theNextRecognizerIsAskedAndOnlyTheLastFailureIsTold() {
        assertInstanceOf(
                Pickup.Idle.class,
                given(finalizing())
                        .when(failed(1, 0))
                        .at(IN_TIME)
                        .then(new PickupEffect.Ask(1, 1))
                        .when(failed(1, 1))
                        .at(IN_TIME)
                        .then(new PickupEffect.TellUnheard(1, START, Unheard.BROKEN))
                        .state());
    }

    @Test
    void aFailureOfOneThatIsNotAskedAnyMoreIsStale() {
        given(finalizing())
                .when(failed(1, 0))
                .at(IN_TIME)
                .when(failed(1, 0))
                .at(IN_TIME)
                .thenRejected(PickupRejection.STALE);
        given(finalizing())
                .when(failed(1, 0))
                .at(IN_TIME)
                .when(understood(1, 0, "too late"))
                .at(IN_TIME)
                .thenRejected(PickupRejection.STALE);
    }

    @Test
    void oneThatDoesNotAnswerInTimeHasFailed() {
        assertEquals(Optional.of(LATE), DECIDER.deadline(finalizing()));
        given(finalizing()).when(DEADLINE).at(LATE.minusMillis(1)).then();
        Pickup next =
                given(finalizing())
                        .when(DEADLINE)
                        .at(LATE)
                        .then(new PickupEffect.Ask(1, 1))
                        .state();
        Instant later = LATE.plus(PickupExamples.ANSWER).plusMillis(500);
        assertEquals(Optional.of(later), DECIDER.deadline(next));
        given(next)
                .when(DEADLINE)
                .at(later)
                .then(new PickupEffect.TellUnheard(1, START, Unheard.TIMEOUT));
    }

    @Test
    void aFailureWhileSpeakingGoesToTheNextOne() {
        given(speaking(ListenMode.MANUAL, LONG))
                .when(failed(1, 0))
                .at(after(2_000))
                .then(new PickupEffect.Ask(1, 1))
                .when(STOP)
                .at(after(2_060))
                .then(new PickupEffect.Finish(1))
                .when(understood(1, 1, "second choice"))
                .at(after(2_100))
                .then(new PickupEffect.Tell(1, START, speech("second choice")));
    }

    @Test
    void whatNobodyCanRecognizeIsToldOnceAndTheNextPieceWorks() {
        assertInstanceOf(
                Pickup.Idle.class,
                given(speaking(ListenMode.MANUAL, LONG))
                        .when(failed(1, 0))
                        .at(after(2_000))
                        .when(failed(1, 1))
                        .at(after(2_000))
                        .then(new PickupEffect.TellUnheard(1, START, Unheard.BROKEN))
                        .when(VOICE)
                        .at(after(2_060))
                        .then(new PickupEffect.Take(1))
                        .when(STOP)
                        .at(after(2_120))
                        .then()
                        .state());
    }

    @Test
    void withoutAnyRecognizerTheBadgeIsToldOncePerPiece() {
        PickupSettings nobody =
                new PickupSettings(0, PickupExamples.FALLBACK, PickupExamples.ANSWER);
        given(speaking(ListenMode.MANUAL, Duration.ofMillis(840)), nobody)
                .when(VOICE)
                .at(after(900))
                .then(
                        new PickupEffect.Take(1),
                        new PickupEffect.TellUnheard(1, START, Unheard.UNAVAILABLE))
                .when(VOICE)
                .at(after(960))
                .then(new PickupEffect.Take(1))
                .when(STOP)
                .at(after(1_000))
                .then();
    }

    @Test
    void textsAreToldInTheOrderInWhichTheyWereSpoken() {
        given(finalizing())
                .when(start(ListenMode.MANUAL))
                .at(after(100))
                .when(new PickupCommand.SoundHeard(LONG, true))
                .at(after(2_100))
                .then(new PickupEffect.Take(2), new PickupEffect.Ask(2, 0))
                .when(STOP)
                .at(after(2_100))
                .when(understood(2, 0, "second"))
                .at(after(2_200))
                .then()
                .when(understood(1, 0, "first"))
                .at(after(2_300))
                .then(
                        new PickupEffect.Tell(1, START, speech("first")),
                        new PickupEffect.Tell(2, after(100), speech("second")));
    }

    @Test
    void ifTooManyPiecesWaitTheOldestIsGivenUp() {
        Pickup pickup = speaking(ListenMode.MANUAL, LONG);
        Instant now = after(2_000);
        for (int piece = 1; piece <= PickupSettings.AWAITED_MAX; piece++) {
            pickup = given(pickup).when(STOP).at(now).state();
            pickup = given(pickup).when(start(ListenMode.MANUAL)).at(now).state();
            now = now.plusSeconds(1);
            pickup = given(pickup).when(new PickupCommand.SoundHeard(LONG, true)).at(now).state();
        }
        given(pickup)
                .when(STOP)
                .at(now)
                .then(
                        new PickupEffect.Finish(PickupSettings.AWAITED_MAX + 1L),
                        new PickupEffect.TellUnheard(1, START, Unheard.BUSY));
    }

    @Test
    void forgettingDropsEverythingThatIsUnderWay() {
        given(finalizing())
                .when(start(ListenMode.MANUAL))
                .at(after(100))
                .when(PickupExamples.FORGET)
                .at(after(200))
                .then(
                        new PickupEffect.Drop(1),
                        new PickupEffect.Drop(2),
                        new PickupEffect.DropPackets());
        assertEquals(
                List.of(new PickupEffect.Drop(1), new PickupEffect.DropPackets()),
                given(finalizing()).when(PickupExamples.FORGET).at(after(1)).effects());
    }
}
