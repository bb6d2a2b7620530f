package dev.supie.domain.speaking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// How an answer goes (CHAT-1, LIS-7).
class RecitalDeciderTest {

    private final Rehearsal rehearsal = new Rehearsal(2);

    private void pass(int millis) {
        rehearsal.pass(Duration.ofMillis(millis));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 6})
    void t25OtherHeadStartsThanNoneToFiveAreRefused(int headStart) {
        assertThrows(IllegalArgumentException.class, () -> new Recital.Unbegun(headStart));
    }

    @Nested
    class WhileNothingIsSaid {

        @Test
        void anAnswerWithoutSentencesIsSpokenAndTheBadgeHearsOfNothing() {
            rehearsal.tell(new RecitalCommand.Finish());
            assertEquals(List.of("0 spoken"), rehearsal.log());
            assertTrue(rehearsal.isOver());
        }

        @Test
        void lis7SilenceIsHarmless() {
            rehearsal.tell(new RecitalCommand.Silence());
            assertEquals(List.of("0 silenced"), rehearsal.log());
        }

        @Test
        void aBadgeThatGoesSilencesIt() {
            rehearsal.tell(new RecitalCommand.Gone());
            assertEquals(List.of("0 silenced"), rehearsal.log());
        }

        @Test
        void aDeadlineMeansNothing() {
            assertEquals(Optional.empty(), rehearsal.tell(new RecitalCommand.DeadlineReached()));
            assertEquals(Optional.empty(), rehearsal.deadline());
            assertEquals(List.of(), rehearsal.log());
        }

        static Stream<RecitalCommand> strangers() {
            return Stream.of(
                    new RecitalCommand.SoundReady(0, 1),
                    new RecitalCommand.SoundEnded(0),
                    new RecitalCommand.BeginningWritten(),
                    new RecitalCommand.PacketWritten());
        }

        @ParameterizedTest
        @MethodSource("strangers")
        void whatNobodyAskedForIsStale(RecitalCommand command) {
            assertEquals(Optional.of(RecitalRejection.STALE), rehearsal.tell(command));
        }
    }

    @Nested
    class WhileSpeaking {

        @Test
        void chat1TheFirstSentenceIsShownAtOnceAndSoundsAfterTheLead() {
            rehearsal.say(0, 1).tell(new RecitalCommand.Finish());
            pass(500);
            assertEquals(
                    List.of(
                            "0 begin",
                            "0 prepare 0",
                            "0 show 0",
                            "25 play",
                            "145 end",
                            "145 spoken"),
                    rehearsal.log());
        }

        @Test
        void t26TheLeadCountsFromWhenTheBadgeWasTold() {
            rehearsal.writing(() -> Duration.ofMillis(200)).say(0, 1);
            pass(224);
            assertEquals(List.of("0 begin", "0 prepare 0", "0 show 0"), rehearsal.log());
            pass(1);
            assertEquals(List.of("225 play"), rehearsal.log());
        }

        @Test
        void chat1SentencesFollowEachOtherWithoutGap() {
            rehearsal.say(0, 3).say(1, 2).tell(new RecitalCommand.Finish());
            pass(1_000);
            assertEquals(
                    List.of(
                            "0 begin",
                            "0 prepare 0",
                            "0 show 0",
                            "0 prepare 1",
                            "25 play",
                            "25 play",
                            "85 play",
                            "145 show 1",
                            "145 play",
                            "205 play",
                            "385 end",
                            "385 spoken"),
                    rehearsal.log());
        }

        @Test
        void theNextSentenceIsPreparedOnceTheOneBeforeIsWholeAndNoneBeyondIt() {
            for (int sentence = 0; sentence < 4; sentence++) {
                rehearsal.tell(new RecitalCommand.Say());
            }
            rehearsal.tell(new RecitalCommand.SoundReady(0, 100));
            assertEquals(List.of("0 begin", "0 prepare 0", "0 show 0"), rehearsal.log());
            rehearsal.tell(new RecitalCommand.SoundEnded(0));
            rehearsal.sound(1, 100);
            assertEquals(List.of("0 prepare 1"), rehearsal.log(), "the third must wait");
        }

        @Test
        void aSentenceWhoseSoundIsLateIsShownWithoutIt() {
            rehearsal.say(0, 1).tell(new RecitalCommand.Say());
            pass(1_000);
            assertEquals(
                    List.of(
                            "0 begin",
                            "0 prepare 0",
                            "0 show 0",
                            "0 prepare 1",
                            "25 play",
                            "385 show 1"),
                    rehearsal.log());
            rehearsal.sound(1, 1);
            assertEquals(List.of("1000 play"), rehearsal.log());
        }

        @Test
        void aSentenceWithoutSoundIsShownWhenTheOneBeforeWasPlayed() {
            rehearsal.say(0, 1).say(1, 0).tell(new RecitalCommand.Say());
            rehearsal.tell(new RecitalCommand.Finish());
            pass(200);
            assertEquals(
                    List.of(
                            "0 begin",
                            "0 prepare 0",
                            "0 show 0",
                            "0 prepare 1",
                            "25 play",
                            "85 show 1",
                            "85 prepare 2"),
                    rehearsal.log());
            rehearsal.sound(2, 1);
            pass(1_000);
            assertEquals(
                    List.of("200 show 2", "200 play", "320 end", "320 spoken"), rehearsal.log());
        }

        @Test
        void chat1WithoutAnySoundItIsTheSameWithoutWaiting() {
            rehearsal.say(0, 0).say(1, 0).tell(new RecitalCommand.Finish());
            assertEquals(
                    List.of(
                            "0 begin",
                            "0 prepare 0",
                            "0 show 0",
                            "0 prepare 1",
                            "0 show 1",
                            "0 end",
                            "0 spoken"),
                    rehearsal.log());
        }

        @Test
        void itWaitsForSentencesUntilItIsFinished() {
            rehearsal.say(0, 1);
            pass(60_000);
            rehearsal.log();
            assertEquals(Optional.empty(), rehearsal.deadline(), "nothing to do");
            rehearsal.tell(new RecitalCommand.Finish());
            assertEquals(List.of("60000 end", "60000 spoken"), rehearsal.log());
        }

        @Test
        void lis7SilenceIsThereInTheSameStep() {
            rehearsal.say(0, 100);
            pass(500);
            rehearsal.log();
            rehearsal.tell(new RecitalCommand.Silence());
            assertEquals(List.of("500 end", "500 silenced"), rehearsal.log());
            assertEquals(Optional.empty(), rehearsal.deadline());
            pass(1_000);
            assertEquals(List.of(), rehearsal.log());
        }

        @Test
        void aBadgeThatIsGoneIsToldNothing() {
            rehearsal.say(0, 100);
            rehearsal.log();
            rehearsal.tell(new RecitalCommand.Gone());
            assertEquals(List.of("0 silenced"), rehearsal.log());
        }

        @Test
        void afterTheLastSentenceNoneIsTaken() {
            rehearsal.say(0, 100).tell(new RecitalCommand.Finish());
            assertEquals(
                    Optional.of(RecitalRejection.OVER), rehearsal.tell(new RecitalCommand.Say()));
        }

        @Test
        void soManySentencesMayWaitAndNoMore() {
            rehearsal.say(0, 100);
            for (int waiting = 0; waiting < Recital.SENTENCES_WAITING_MAX; waiting++) {
                assertEquals(Optional.empty(), rehearsal.tell(new RecitalCommand.Say()));
            }
            assertEquals(
                    Optional.of(RecitalRejection.FULL), rehearsal.tell(new RecitalCommand.Say()));
        }

        @Test
        void soundThatNobodyWaitsForIsStale() {
            rehearsal.say(0, 3);
            rehearsal.tell(new RecitalCommand.Say());
            for (int sentence : new int[] {-1, 0, 2}) {
                assertEquals(
                        Optional.of(RecitalRejection.STALE),
                        rehearsal.tell(new RecitalCommand.SoundReady(sentence, 1)));
                assertEquals(
                        Optional.of(RecitalRejection.STALE),
                        rehearsal.tell(new RecitalCommand.SoundEnded(sentence)));
            }
        }
    }

    @Test
    void onceItIsOverNothingHappens() {
        rehearsal.tell(new RecitalCommand.Silence());
        for (RecitalCommand command :
                List.of(
                        new RecitalCommand.Say(),
                        new RecitalCommand.Finish(),
                        new RecitalCommand.SoundReady(0, 1),
                        new RecitalCommand.SoundEnded(0),
                        new RecitalCommand.BeginningWritten(),
                        new RecitalCommand.PacketWritten(),
                        new RecitalCommand.DeadlineReached(),
                        new RecitalCommand.Silence(),
                        new RecitalCommand.Gone())) {
            assertEquals(Optional.of(RecitalRejection.OVER), rehearsal.tell(command));
        }
    }
}
