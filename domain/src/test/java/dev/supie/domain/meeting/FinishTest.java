package dev.supie.domain.meeting;

import static dev.supie.domain.meeting.MeetingExamples.FINISH;
import static dev.supie.domain.meeting.MeetingExamples.START;
import static dev.supie.domain.meeting.MeetingExamples.arrived;
import static dev.supie.domain.meeting.MeetingExamples.finalizing;
import static dev.supie.domain.meeting.MeetingExamples.fresh;
import static dev.supie.domain.meeting.MeetingExamples.given;
import static dev.supie.domain.meeting.MeetingExamples.heard;
import static dev.supie.domain.meeting.MeetingExamples.millis;
import static dev.supie.domain.meeting.MeetingExamples.notes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.supie.domain.meeting.MeetingEffect.AnswerFinalize;
import dev.supie.domain.meeting.MeetingEffect.BeginFinalizing;
import dev.supie.domain.meeting.MeetingEffect.EndFinalizing;
import dev.supie.domain.meeting.MeetingEffect.RequestDraft;
import dev.supie.domain.meeting.MeetingEffect.ShowProgress;
import dev.supie.domain.meeting.MeetingEffect.ShowSummary;
import dev.supie.domain.meeting.MeetingEffect.ShowTranscript;
import dev.supie.domain.meeting.MeetingEffect.StoreNotice;
import dev.supie.domain.meeting.MeetingEffect.StoreSegments;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// The order of finalizing (MTG-6), and what the summary says (MTG-8).
final class FinishTest {

    private static final Segment HELLO = new Segment(1, START, "badge-1", "hello");

    @Test
    void endingStoresAcknowledgesAndAsksInThisOrder() {
        given(heard("hello"))
                .when(FINISH)
                .at(millis(3_000))
                .then(
                        new StoreSegments(List.of(HELLO)),
                        new AnswerFinalize(1, false),
                        new BeginFinalizing(),
                        new ShowProgress(FinalizeStage.PREPARE, Duration.ZERO),
                        new ShowProgress(FinalizeStage.LLM_START, Duration.ZERO),
                        new RequestDraft(
                                1,
                                new Drafting.Piece(DraftKind.MINUTES, new Window(1, 1, 5)),
                                Notes.EMPTY,
                                Drafting.Author.CONFIGURED,
                                800,
                                Duration.ofMinutes(5),
                                Duration.ofSeconds(60)));
    }

    @Test
    void theSummaryComesWithTheLastTranscriptAndTheEnd() {
        var then =
                given(heard("hello"))
                        .when(FINISH)
                        .at(millis(10_000))
                        .when(arrived(1, notes("a bullet", 1)))
                        .at(millis(12_000));
        Duration elapsed = Duration.ofSeconds(2);

        Meeting.Finalized meeting = assertInstanceOf(Meeting.Finalized.class, then.state());
        then.then(
                new StoreNotice(notice(millis(0), millis(10_000), 1, elapsed, meeting.summary())),
                new ShowProgress(FinalizeStage.LLM_DONE, elapsed),
                new ShowSummary(meeting.summary()),
                new ShowTranscript(List.of(HELLO), 1),
                new ShowProgress(FinalizeStage.DONE, elapsed),
                new EndFinalizing());
        assertEquals(
                new Summary(
                        MeetingExamples.ORIGIN.id(),
                        Minutes.of(notes("a bullet", 1)),
                        Duration.ofSeconds(10),
                        1,
                        false,
                        MeetingExamples.MODEL,
                        new Quality.Full()),
                meeting.summary());
    }

    @Test
    void aSilentMeetingIsSummarisedWithoutAskingAnybody() {
        var then = given(fresh()).when(FINISH).at(millis(1_000));

        Summary summary = assertInstanceOf(Meeting.Finalized.class, then.state()).summary();
        then.then(
                new AnswerFinalize(0, false),
                new BeginFinalizing(),
                new ShowProgress(FinalizeStage.PREPARE, Duration.ZERO),
                new StoreNotice(notice(millis(0), millis(1_000), 0, Duration.ZERO, summary)),
                new ShowSummary(summary),
                new ShowTranscript(List.of(), 0),
                new ShowProgress(FinalizeStage.DONE, Duration.ZERO),
                new EndFinalizing());
        assertEquals(FinalizingRules.SILENT_TITLE, summary.minutes().title());
        assertEquals(List.of(), summary.minutes().bullets());
        assertEquals(Summary.EXTRACTIVE, summary.provider());
        assertEquals(0, summary.sourceSegments());
    }

    private static MeetingNotice notice(
            Instant start, Instant end, long snippets, Duration finalizing, Summary summary) {
        return new MeetingNotice(
                MeetingExamples.ORIGIN.device(), start, end, snippets, finalizing, summary);
    }

    @ParameterizedTest
    @CsvSource({"0, 5000", "4999, 5000", "5000, 5000", "5001, 5001", "28800000, 28800000"})
    void aMeetingLastsFromItsStartToItsEnd(long endedAt, long lengthMillis) {
        assertEquals(
                Duration.ofMillis(lengthMillis),
                given(fresh())
                        .when(FINISH)
                        .at(millis(endedAt))
                        .effect(ShowSummary.class)
                        .summary()
                        .duration());
    }

    @Test
    void theTimeOfWritingIsNotPartOfTheMeeting() {
        Summary summary =
                given(finalizing("budget"))
                        .when(arrived(1, notes("a", 1)))
                        .at(millis(70_000))
                        .effect(ShowSummary.class)
                        .summary();

        assertEquals(Duration.ofSeconds(20), summary.duration());
    }

    @Test
    void aMeetingLastsUntilItsLastSnippetEvenIfTheClockStepsBack() {
        Meeting late = given(fresh()).when(MeetingExamples.say("late")).at(millis(100_000)).state();
        Meeting ended = given(late).when(FINISH).at(millis(50_000)).state();

        assertEquals(millis(100_000), ((Meeting.Finalizing) ended).endedAt());
    }

    @Test
    void withTranscriptThereIsAlwaysABullet() {
        Notes nothing = MeetingExamples.bullets("", List.of());
        Summary summary =
                given(finalizing("budget", "hiring"))
                        .when(arrived(1, nothing))
                        .at(millis(25_000))
                        .effect(ShowSummary.class)
                        .summary();

        assertEquals(List.of("budget", "hiring"), summary.minutes().bullets());
        assertEquals("budget", summary.minutes().title());
    }

    @Test
    void whatAnAnswerWithoutBulletsDoesSayIsKept() {
        List<Note> decision = List.of(new Note("hire two", 2));
        Notes answer = new Notes("Hiring", List.of(), decision, List.of(), List.of(), List.of());
        Minutes minutes =
                given(finalizing("budget", "hiring"))
                        .when(arrived(1, answer))
                        .at(millis(25_000))
                        .effect(ShowSummary.class)
                        .summary()
                        .minutes();

        assertEquals("Hiring", minutes.title());
        assertEquals(List.of("budget", "hiring"), minutes.bullets());
        assertEquals(List.of("hire two"), minutes.decisions());
    }

    @Test
    void anEmptyFoldNeverErasesTheNotesSoFar() {
        Notes soFar =
                new Notes(
                        "Plan",
                        List.of(new Note("so far", 1)),
                        List.of(new Note("decided", 1)),
                        List.of(),
                        List.of(),
                        List.of());
        Meeting noted =
                given(MeetingExamples.merged("a".repeat(2000), "b".repeat(2000), "third"))
                        .when(arrived(1, soFar))
                        .at(millis(6_000))
                        .when(MeetingExamples.DEADLINE)
                        .at(millis(600_000))
                        .when(arrived(2, Notes.EMPTY))
                        .at(millis(601_000))
                        .state();

        Notes after = noted.material().digest().notes();
        assertEquals("Plan", after.title());
        assertEquals(new Note("so far", 1), after.bullets().getFirst());
        assertEquals(List.of(new Note("decided", 1)), after.decisions());
    }
}
