package dev.supie.domain.meeting;

import static dev.supie.domain.meeting.MeetingExamples.DEADLINE;
import static dev.supie.domain.meeting.MeetingExamples.DETACH;
import static dev.supie.domain.meeting.MeetingExamples.FINISH;
import static dev.supie.domain.meeting.MeetingExamples.ORIGIN;
import static dev.supie.domain.meeting.MeetingExamples.OTHER;
import static dev.supie.domain.meeting.MeetingExamples.SESSION;
import static dev.supie.domain.meeting.MeetingExamples.START;
import static dev.supie.domain.meeting.MeetingExamples.arrived;
import static dev.supie.domain.meeting.MeetingExamples.finalized;
import static dev.supie.domain.meeting.MeetingExamples.finalizing;
import static dev.supie.domain.meeting.MeetingExamples.fresh;
import static dev.supie.domain.meeting.MeetingExamples.given;
import static dev.supie.domain.meeting.MeetingExamples.heard;
import static dev.supie.domain.meeting.MeetingExamples.merged;
import static dev.supie.domain.meeting.MeetingExamples.millis;
import static dev.supie.domain.meeting.MeetingExamples.notes;
import static dev.supie.domain.meeting.MeetingExamples.say;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.supie.domain.meeting.MeetingEffect.AnswerFinalize;
import dev.supie.domain.meeting.MeetingEffect.AnswerSnippets;
import dev.supie.domain.meeting.MeetingEffect.AnswerSummary;
import dev.supie.domain.meeting.MeetingEffect.BeginFinalizing;
import dev.supie.domain.meeting.MeetingEffect.ShowSummary;
import dev.supie.domain.meeting.MeetingEffect.StoreSnippets;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Who may do what in each state of a meeting, and what is answered.
final class MeetingDeciderTest {

    private static final Instant NOW = millis(30_000);

    @Nested
    class WhileRecording {

        @Test
        void startsEmptyWithItsClocksRunning() {
            Meeting.Recording meeting = fresh();

            assertEquals(ORIGIN, meeting.origin());
            assertEquals(new Attachment.Attached(SESSION), meeting.attachment());
            assertEquals(Intake.startedAt(START), meeting.material().intake());
            assertEquals(Transcript.EMPTY, meeting.material().transcript());
            assertEquals(millis(5_000), meeting.pushAt());
            assertEquals(new Checkpoint.Waiting(millis(600_000), 0), meeting.checkpoint());
        }

        @Test
        void snippetsAreStoredBeforeTheyAreAnswered() {
            Snippet hello = new Snippet(1, START, "speech", "badge-1", "hello");

            given(fresh())
                    .when(say("hello", ""))
                    .at(START)
                    .then(new StoreSnippets(List.of(hello)), new AnswerSnippets(1, 0, 1));
        }

        @Test
        void nothingNewIsAnsweredWithoutAWrite() {
            given(heard("hello"))
                    .when(say("hello"))
                    .at(NOW)
                    .then(new AnswerSnippets(0, 0, 1))
                    .thenUnchanged();
        }

        @Test
        void snippetsOfAnotherConnectionAreRefused() {
            given(fresh())
                    .when(new MeetingCommand.AddSnippets(OTHER, List.of()))
                    .at(NOW)
                    .thenRejected(MeetingRejection.NOT_ATTACHED);
        }

        @Test
        void snippetsOfABadgeThatLeftAreRefused() {
            given(fresh())
                    .when(DETACH)
                    .at(NOW)
                    .when(say("hello"))
                    .at(NOW)
                    .thenRejected(MeetingRejection.NOT_ATTACHED);
        }

        @Test
        void resumingMovesTheMeetingToTheNewConnection() {
            Meeting meeting =
                    given(heard("hello"))
                            .when(new MeetingCommand.Resume(OTHER))
                            .at(NOW)
                            .then()
                            .state();

            assertEquals(new Attachment.Attached(OTHER), meeting.attachment());
            given(meeting).when(say("old")).at(NOW).thenRejected(MeetingRejection.NOT_ATTACHED);
        }

        @Test
        void theEndOfAnOldConnectionDoesNotDetachTheNewOne() {
            given(fresh())
                    .when(new MeetingCommand.Resume(OTHER))
                    .at(NOW)
                    .when(DETACH)
                    .at(NOW)
                    .thenUnchanged();
        }

        @Test
        void leavingStartsTheResumeWindow() {
            Meeting meeting = given(fresh()).when(DETACH).at(NOW).then().state();

            assertEquals(new Attachment.Away(NOW), meeting.attachment());
        }

        @Test
        void aSpokenEndFinalizesAfterWhatWasSaidBeforeIt() {
            var then = given(fresh()).when(say("hello", "结束会议", "too late")).at(NOW);

            assertInstanceOf(Meeting.Finalizing.class, then.state());
            assertEquals(new AnswerSnippets(1, 1, 1), then.effect(AnswerSnippets.class));
            assertEquals(new AnswerFinalize(1, false), then.effect(AnswerFinalize.class));
            assertEquals(1, then.state().material().transcript().count());
        }

        @Test
        void theEndMayComeFromABadgeThatHasNotResumed() {
            Meeting away = given(merged("budget")).when(DETACH).at(NOW).state();
            Meeting ended = given(away).when(new MeetingCommand.Finish(OTHER)).at(NOW).state();

            assertEquals(new Attachment.Attached(OTHER), ended.attachment());
        }
    }

    @Nested
    class WhileFinalizing {

        @Test
        void snippetsAreAnsweredAndDropped() {
            given(finalizing("budget"))
                    .when(say("late", "later"))
                    .at(NOW)
                    .then(new AnswerSnippets(0, 2, 0))
                    .thenUnchanged();
        }

        @Test
        void aRepeatedFinishIsOnlyAcknowledged() {
            given(finalizing("budget"))
                    .when(FINISH)
                    .at(NOW)
                    .then(new AnswerFinalize(0, true))
                    .thenUnchanged();
        }

        @Test
        void aFinishFromANewConnectionTakesTheSummaryOver() {
            Meeting meeting =
                    given(finalizing("budget"))
                            .when(new MeetingCommand.Finish(OTHER))
                            .at(NOW)
                            .then(new AnswerFinalize(0, true), new BeginFinalizing())
                            .state();

            assertEquals(new Attachment.Attached(OTHER), meeting.attachment());
        }

        @Test
        void aReturningBadgeWaitsForTheSummaryWithoutGoingIdle() {
            Meeting meeting =
                    given(finalizing("budget"))
                            .when(new MeetingCommand.BadgeReturned(OTHER))
                            .at(NOW)
                            .then(new BeginFinalizing())
                            .state();

            assertEquals(new Attachment.Attached(OTHER), meeting.attachment());
        }

        @Test
        void aBadgeThatIsThereDoesNotReturn() {
            given(finalizing("budget"))
                    .when(new MeetingCommand.BadgeReturned(SESSION))
                    .at(NOW)
                    .then()
                    .thenUnchanged();
        }

        @Test
        void theMinutesAreWrittenWithoutTheBadge() {
            var then =
                    given(finalizing("budget"))
                            .when(DETACH)
                            .at(NOW)
                            .when(arrived(1, notes("a", 1)))
                            .at(NOW);

            Meeting.Finalized meeting = assertInstanceOf(Meeting.Finalized.class, then.state());
            assertEquals(new Attachment.Away(NOW), meeting.attachment());
            assertEquals(false, meeting.delivered());
        }

        @Test
        void theEndOfAnotherConnectionChangesNothing() {
            given(finalizing("budget"))
                    .when(new MeetingCommand.Detach(OTHER))
                    .at(NOW)
                    .thenUnchanged();
        }
    }

    @Nested
    class WhenFinalized {

        private final Meeting.Finalized meeting = (Meeting.Finalized) finalized("budget");

        @Test
        void finishingAgainGivesTheSameSummaryAtOnce() {
            for (int i = 0; i < 19; i++) {
                given(meeting)
                        .when(FINISH)
                        .at(NOW.plusSeconds(i))
                        .then(new AnswerSummary(meeting.summary()))
                        .thenUnchanged();
            }
        }

        @Test
        void theSummaryWaitsForABadgeThatReturns() {
            given(meeting)
                    .when(DETACH)
                    .at(NOW)
                    .when(new MeetingCommand.BadgeReturned(OTHER))
                    .at(NOW)
                    .then(new ShowSummary(meeting.summary()));
        }

        @Test
        void theSummaryIsSentOncePerConnection() {
            given(meeting)
                    .when(new MeetingCommand.BadgeReturned(SESSION))
                    .at(NOW)
                    .then()
                    .thenUnchanged();
        }

        @Test
        void aWrittenSummaryIsNotSentAgain() {
            given(meeting)
                    .when(new MeetingCommand.SummaryWritten())
                    .at(NOW)
                    .when(DETACH)
                    .at(NOW)
                    .when(new MeetingCommand.BadgeReturned(OTHER))
                    .at(NOW)
                    .then()
                    .thenUnchanged();
        }

        @Test
        void writingTheSummaryTwiceChangesNothing() {
            given(meeting)
                    .when(new MeetingCommand.SummaryWritten())
                    .at(NOW)
                    .when(new MeetingCommand.SummaryWritten())
                    .at(NOW)
                    .then()
                    .thenUnchanged();
        }

        @Test
        void nothingWakesItAnyMore() {
            assertEquals(Optional.empty(), MeetingExamples.DECIDER.deadline(meeting));
            given(meeting).when(DEADLINE).at(NOW).then().thenUnchanged();
        }

        @Test
        void theBuffersAreGone() {
            assertEquals(List.of(), meeting.material().intake().pending());
            assertEquals(List.of(), meeting.material().intake().recent());
            assertEquals(List.of(), meeting.material().transcript().tail());
            assertEquals(List.of(), meeting.material().transcript().open());
        }
    }
}
