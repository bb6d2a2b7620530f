package dev.supie.domain.meeting;

import static dev.supie.domain.meeting.MeetingExamples.DEADLINE;
import static dev.supie.domain.meeting.MeetingExamples.DECIDER;
import static dev.supie.domain.meeting.MeetingExamples.DETACH;
import static dev.supie.domain.meeting.MeetingExamples.SETTINGS;
import static dev.supie.domain.meeting.MeetingExamples.arrived;
import static dev.supie.domain.meeting.MeetingExamples.failed;
import static dev.supie.domain.meeting.MeetingExamples.finalized;
import static dev.supie.domain.meeting.MeetingExamples.finalizing;
import static dev.supie.domain.meeting.MeetingExamples.given;
import static dev.supie.domain.meeting.MeetingExamples.heard;
import static dev.supie.domain.meeting.MeetingExamples.merged;
import static dev.supie.domain.meeting.MeetingExamples.millis;
import static dev.supie.domain.meeting.MeetingExamples.notes;
import static dev.supie.domain.meeting.MeetingExamples.say;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.supie.domain.meeting.MeetingEffect.AnswerSnippets;
import dev.supie.domain.meeting.MeetingEffect.RequestDraft;
import dev.supie.domain.meeting.MeetingEffect.ShowTranscript;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/// A meeting that goes through the store comes back with all that matters (CON-5, MTG-9).
final class MeetingRecoveryTest {

    private static final Instant SAVED = millis(40_000);
    private static final Instant RESTARTED = millis(100_000);

    @Nested
    class OfARecording {

        @Test
        void goesOnAsAwaySinceItWasLastSeen() {
            Meeting meeting = restarted(merged("budget"));

            assertEquals(new Attachment.Away(SAVED), meeting.attachment());
        }

        @Test
        void doesNotRestartTheResumeWindowOfABadgeThatHadLeft() {
            Meeting left = given(merged("budget")).when(DETACH).at(millis(10_000)).state();

            assertEquals(new Attachment.Away(millis(10_000)), restarted(left).attachment());
        }

        @Test
        void keepsWhatIsMerged() {
            Meeting before = merged("budget", "hiring");
            Meeting after = restarted(before);

            assertEquals(before.material().transcript(), after.material().transcript());
            assertEquals(before.material().intake(), after.material().intake());
            assertEquals(before.origin(), after.origin());
        }

        @Test
        void mergesAtOnceWhatWasPending() {
            Meeting after = restarted(heard("budget"));
            var then = given(after).when(DEADLINE).at(RESTARTED);

            assertEquals(1, then.effect(ShowTranscript.class).totalSegments());
        }

        @Test
        void stillKnowsARepeat() {
            Meeting resumed =
                    given(restarted(heard("budget")))
                            .when(new MeetingCommand.Resume(MeetingExamples.SESSION))
                            .at(millis(59_000))
                            .state();

            given(resumed).when(say("budget")).at(millis(59_999)).then(new AnswerSnippets(0, 0, 1));
            assertEquals(
                    new AnswerSnippets(1, 0, 0),
                    given(resumed)
                            .when(say("budget"))
                            .at(millis(60_000))
                            .effect(AnswerSnippets.class));
        }

        @Test
        void countsOnFromTheLastSnippetAndSegment() {
            Meeting resumed =
                    given(restarted(merged("budget", "hiring")))
                            .when(new MeetingCommand.Resume(MeetingExamples.SESSION))
                            .at(RESTARTED)
                            .when(say("more"))
                            .at(RESTARTED)
                            .when(DEADLINE)
                            .at(RESTARTED.plusSeconds(5))
                            .state();

            assertEquals(3, resumed.material().intake().lastNumber());
            assertEquals(3, resumed.material().transcript().tail().getLast().number());
        }

        @Test
        void keepsTheNotesAndWhatTheyLack() {
            Meeting before =
                    given(merged("a".repeat(2000), "b".repeat(2000), "third"))
                            .when(failed(1, "503"))
                            .at(millis(6_000))
                            .when(arrived(2, notes("so far", 1)))
                            .at(millis(7_000))
                            .state();
            Meeting after = restarted(before);

            assertEquals(notes("so far", 1), after.material().digest().notes());
            assertEquals(new Quality.Degraded("503"), after.material().digest().quality());
            assertEquals(List.of(new Window(3, 3, 5)), after.material().transcript().open());
        }

        @Test
        void asksAgainForADraftThatWasUnderWay() {
            Meeting before = merged("a".repeat(2000), "b".repeat(2000), "third");
            RequestDraft request =
                    given(restarted(before))
                            .when(DEADLINE)
                            .at(RESTARTED)
                            .effect(RequestDraft.class);

            assertEquals(new Window(1, 2, 4000), request.piece().window());
        }

        @Test
        void goesOnWithItsTicketsSoThatNoOldAnswerIsMistaken() {
            Meeting before = merged("a".repeat(2000), "b".repeat(2000), "third");
            Meeting asked = given(restored(before, 1)).when(DEADLINE).at(RESTARTED).state();

            given(asked)
                    .when(arrived(1, notes("of the old request", 1)))
                    .at(RESTARTED)
                    .thenRejected(MeetingRejection.STALE_DRAFT);
        }

        @Test
        void waitsForItsNextCheckpointFromTheRestart() {
            Meeting.Recording after =
                    assertInstanceOf(Meeting.Recording.class, restarted(merged("budget")));

            assertEquals(
                    new Checkpoint.Waiting(RESTARTED.plus(SETTINGS.checkpointInterval()), 0),
                    after.checkpoint());
        }

        @ParameterizedTest
        @CsvSource({"-1, false", "0, true", "1, true"})
        void endsIfTheResumeWindowPassedMeanwhile(long offset, boolean ends) {
            Instant now = SAVED.plus(SETTINGS.resumeWindow()).plusMillis(offset);
            Meeting after = given(restarted(merged("budget"))).when(DEADLINE).at(now).state();

            assertEquals(ends, after instanceof Meeting.Finalizing);
        }
    }

    @Nested
    class OfAMeetingThatIsFinalizing {

        @Test
        void keepsItsEndAndAsksForTheMinutesAgain() {
            Meeting.Finalizing before = (Meeting.Finalizing) finalizing("budget", "hiring");
            Meeting.Finalizing after =
                    assertInstanceOf(Meeting.Finalizing.class, restarted(before));

            assertEquals(before.endedAt(), after.endedAt());
            assertEquals(RESTARTED, after.since());
            RequestDraft request =
                    given(after).when(DEADLINE).at(RESTARTED).effect(RequestDraft.class);
            assertEquals(DraftKind.MINUTES, request.piece().kind());
            assertEquals(new Window(1, 2, 12), request.piece().window());
        }

        @Test
        void isFinishedLikeAnyOther() {
            Meeting done =
                    given(restarted(finalizing("budget")))
                            .when(DEADLINE)
                            .at(RESTARTED)
                            .when(arrived(1, notes("a", 1)))
                            .at(RESTARTED)
                            .state();

            assertEquals(
                    List.of("a"),
                    assertInstanceOf(Meeting.Finalized.class, done).summary().minutes().bullets());
        }
    }

    @Nested
    class OfAFinalizedMeeting {

        @Test
        void keepsItsSummaryAndWhetherItWasDelivered() {
            Meeting.Finalized before = (Meeting.Finalized) finalized("budget");
            Meeting.Finalized after = assertInstanceOf(Meeting.Finalized.class, restarted(before));

            assertEquals(before.summary(), after.summary());
            assertEquals(before.endedAt(), after.endedAt());
            assertEquals(false, after.delivered());
            Meeting delivered =
                    given(before).when(new MeetingCommand.SummaryWritten()).at(SAVED).state();
            assertEquals(true, ((Meeting.Finalized) restarted(delivered)).delivered());
        }
    }

    @Test
    void savingWhatWasRestoredGivesTheSameHead() {
        Stream.of(
                        heard("budget"),
                        merged("budget", "hiring"),
                        finalizing("budget"),
                        finalized("budget"))
                .forEach(
                        meeting ->
                                assertEquals(
                                        MeetingRecovery.headOf(meeting, SAVED),
                                        MeetingRecovery.headOf(restarted(meeting), RESTARTED)));
    }

    @Test
    void openSegmentsAreJoinedIntoFullWindows() {
        Meeting before = merged("a".repeat(2000), "b".repeat(2000), "third");

        assertEquals(
                List.of(new Window(1, 2, 4000), new Window(3, 3, 5)),
                restarted(before).material().transcript().open());
    }

    private static Meeting restarted(Meeting meeting) {
        return restored(meeting, 0);
    }

    /// Through an honest store: every snippet and segment it was ever given.
    private static Meeting restored(Meeting meeting, long tickets) {
        Transcript transcript = meeting.material().transcript();
        List<Window> open =
                transcript.tail().stream()
                        .filter(segment -> segment.number() > transcript.coveredSegments())
                        .map(Window::of)
                        .toList();
        return MeetingRecovery.restored(
                MeetingRecovery.headOf(meeting, SAVED),
                new MeetingRecovery.Kept(
                        snippetsOf(meeting),
                        transcript.tail(),
                        open,
                        meeting.company().guests().stream().map(Guest::joined).toList()),
                DECIDER.settings(),
                tickets,
                RESTARTED);
    }

    private static List<Snippet> snippetsOf(Meeting meeting) {
        Intake intake = meeting.material().intake();
        long first = intake.lastNumber() - intake.recent().size() + 1;
        return Stream.iterate(0, i -> i < intake.recent().size(), i -> i + 1)
                .map(
                        i -> {
                            Intake.Heard heard = intake.recent().get(i);
                            return new Snippet(
                                    first + i, heard.at(), "speech", "badge-1", heard.text());
                        })
                .toList();
    }
}
