package dev.supie.domain.meeting;

import static dev.supie.domain.meeting.MeetingExamples.DEADLINE;
import static dev.supie.domain.meeting.MeetingExamples.DECIDER;
import static dev.supie.domain.meeting.MeetingExamples.arrived;
import static dev.supie.domain.meeting.MeetingExamples.begun;
import static dev.supie.domain.meeting.MeetingExamples.failed;
import static dev.supie.domain.meeting.MeetingExamples.finalizing;
import static dev.supie.domain.meeting.MeetingExamples.given;
import static dev.supie.domain.meeting.MeetingExamples.merged;
import static dev.supie.domain.meeting.MeetingExamples.millis;
import static dev.supie.domain.meeting.MeetingExamples.notes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.domain.kernel.Scenario;
import dev.supie.domain.meeting.MeetingEffect.RequestDraft;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// How minutes are asked for, asked for again and never given up on (MTG-5, MTG-8).
final class DraftingTest {

    private static final Instant ASKED = millis(20_000);
    private static final Instant NOW = millis(21_000);

    @Test
    void theConfiguredSummarizerIsAskedFirst() {
        assertEquals(
                new Drafting.InFlight(
                        1,
                        new Drafting.Piece(DraftKind.MINUTES, new Window(1, 1, 6)),
                        1,
                        false,
                        ASKED.plus(DraftRules.TURN_WITHIN),
                        ""),
                drafting(finalizing("budget")));
    }

    @ParameterizedTest
    @CsvSource({"59999, 0", "60000, 1", "60001, 1"})
    void anOverdueAnswerIsAFailure(long later, int requests) {
        var then =
                given(finalizing("budget"))
                        .when(begun(1))
                        .at(ASKED)
                        .when(DEADLINE)
                        .at(ASKED.plusMillis(later));

        assertEquals(requests, then.effects(RequestDraft.class).size());
    }

    /// The time for an answer begins when somebody begins to write it: a hundred meetings that end
    /// at once wait for each other, and none of them has failed.
    @Test
    void waitingForATurnTakesNothingFromTheTimeToAnswer() {
        Instant turn = ASKED.plusSeconds(299);
        var then = given(finalizing("budget")).when(begun(1)).at(turn);

        assertEquals(Optional.of(turn.plusSeconds(60)), DECIDER.deadline(then.state()));
        assertEquals(List.of(), then.effects(RequestDraft.class));
    }

    @ParameterizedTest
    @CsvSource({"299999, 0", "300000, 1", "300001, 1"})
    void whoGetsNoTurnAtAllIsAFailureToo(long later, int requests) {
        var then = given(finalizing("budget")).when(DEADLINE).at(ASKED.plusMillis(later));

        assertEquals(requests, then.effects(RequestDraft.class).size());
    }

    @Test
    void whoGotNoTurnSaysSo() {
        Meeting meeting =
                given(finalizing("budget"))
                        .when(DEADLINE)
                        .at(ASKED.plusSeconds(300))
                        .when(new MeetingCommand.DraftArrived(2, notes("a", 1), Summary.EXTRACTIVE))
                        .at(ASKED.plusSeconds(301))
                        .state();

        assertEquals(new Quality.Degraded("no turn within 300 s"), summaryOf(meeting).quality());
    }

    @Test
    void whatIsBegunWhileItGoesOnIsWaitedForToo() {
        Meeting asked = given(merged("budget")).when(DEADLINE).at(millis(600_000)).state();
        var flight = assertInstanceOf(Drafting.InFlight.class, drafting(asked));
        Instant turn = millis(700_000);
        Meeting begun = given(asked).when(begun(flight.ticket())).at(turn).state();

        assertEquals(
                flight.begunUntil(turn.plusSeconds(60)), drafting(begun), "with its own limit");
    }

    @Test
    void theFallbackTriesAtOnceAfterTheConfiguredOne() {
        RequestDraft request =
                given(finalizing("budget"))
                        .when(failed(1, "503"))
                        .at(NOW)
                        .effect(RequestDraft.class);

        assertEquals(2, request.ticket());
        assertEquals(Drafting.Author.FALLBACK, request.author());
        assertEquals(800, request.tokensMax());
        assertEquals(Duration.ofSeconds(60), request.timeLimit());
    }

    @Test
    void theFallbackRestsBetweenItsTries() {
        var then =
                given(finalizing("budget"))
                        .when(failed(1, "503"))
                        .at(NOW)
                        .when(failed(2, "store"))
                        .at(NOW)
                        .then();

        assertEquals(Optional.of(NOW.plus(DraftRules.REST)), DECIDER.deadline(then.state()));
    }

    @ParameterizedTest
    @CsvSource({"1999, 0", "2000, 1", "2001, 1"})
    void aRestLastsTwoSeconds(long later, int requests) {
        var then =
                given(finalizing("budget"))
                        .when(failed(1, "503"))
                        .at(NOW)
                        .when(failed(2, "store"))
                        .at(NOW)
                        .when(DEADLINE)
                        .at(NOW.plusMillis(later));

        assertEquals(requests, then.effects(RequestDraft.class).size());
    }

    @Test
    void afterAllTriesTheMinutesAreQuotedFromMemory() {
        Meeting meeting = finalizing("budget", "hiring");
        Instant now = NOW;
        int requests = 1;
        while (meeting instanceof Meeting.Finalizing) {
            now = now.plus(DraftRules.REST);
            MeetingCommand next =
                    drafting(meeting) instanceof Drafting.InFlight flight
                            ? failed(flight.ticket(), "off " + flight.attempt())
                            : DEADLINE;
            var then = given(meeting).when(next).at(now);
            requests += then.effects(RequestDraft.class).size();
            meeting = then.state();
        }

        Summary summary = summaryOf(meeting);
        assertEquals(Drafting.ATTEMPTS_MAX, requests);
        assertEquals(List.of("budget", "hiring"), summary.minutes().bullets());
        assertEquals("budget", summary.minutes().title());
        assertEquals(Summary.EXTRACTIVE, summary.provider());
        assertEquals(new Quality.Degraded("off 1"), summary.quality());
    }

    @Test
    void whatTheFallbackWroteIsDegradedForTheFirstReason() {
        Meeting meeting =
                given(finalizing("budget"))
                        .when(failed(1, "the model is off"))
                        .at(NOW)
                        .when(new MeetingCommand.DraftArrived(2, notes("a", 1), Summary.EXTRACTIVE))
                        .at(NOW)
                        .state();

        assertEquals(new Quality.Degraded("the model is off"), summaryOf(meeting).quality());
    }

    @Test
    void minutesWithoutAModelAreDegradedToo() {
        Meeting meeting =
                given(finalizing("budget"))
                        .when(new MeetingCommand.DraftArrived(1, notes("a", 1), Summary.EXTRACTIVE))
                        .at(NOW)
                        .state();

        assertEquals(
                new Quality.Degraded("no language model is configured"),
                summaryOf(meeting).quality());
    }

    @Test
    void anOverdueAnswerGivesItsReason() {
        Meeting meeting =
                given(finalizing("budget"))
                        .when(begun(1))
                        .at(ASKED)
                        .when(DEADLINE)
                        .at(ASKED.plusSeconds(60))
                        .when(new MeetingCommand.DraftArrived(2, notes("a", 1), Summary.EXTRACTIVE))
                        .at(ASKED.plusSeconds(61))
                        .state();

        assertEquals(new Quality.Degraded("no answer within 60 s"), summaryOf(meeting).quality());
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 3})
    void onlyTheAwaitedTicketCounts(long ticket) {
        Meeting retried = given(finalizing("budget")).when(failed(1, "503")).at(NOW).state();

        given(retried)
                .when(arrived(ticket, notes("a", 1)))
                .at(NOW)
                .thenRejected(MeetingRejection.STALE_DRAFT);
        given(retried).when(begun(ticket)).at(NOW).thenRejected(MeetingRejection.STALE_DRAFT);
        given(retried)
                .when(failed(ticket, "late"))
                .at(NOW)
                .thenRejected(MeetingRejection.STALE_DRAFT);
    }

    @Test
    void anAnswerAfterItsDeadlineStillCountsWhileItIsAwaited() {
        Meeting meeting =
                given(finalizing("budget"))
                        .when(arrived(1, notes("a", 1)))
                        .at(ASKED.plusSeconds(90))
                        .state();

        assertInstanceOf(Meeting.Finalized.class, meeting);
    }

    @Test
    void degradedNotesDegradeTheMinutes() {
        Meeting recording = merged(MeetingExamples.longText(1, 2000), "b".repeat(2000), "third");
        long ticket = ((Drafting.InFlight) drafting(recording)).ticket();
        Meeting noted =
                given(recording)
                        .when(failed(ticket, "503"))
                        .at(NOW)
                        .when(arrived(ticket + 1, notes("quoted", 1)))
                        .at(NOW)
                        .state();
        Meeting done =
                given(noted)
                        .when(MeetingExamples.FINISH)
                        .at(NOW)
                        .when(arrived(ticket + 2, notes("a", 1)))
                        .at(NOW)
                        .state();

        assertEquals(new Quality.Degraded("503"), summaryOf(done).quality());
        assertEquals(MeetingExamples.MODEL, summaryOf(done).provider());
    }

    @Test
    void theNotesSoFarGoWithEveryRequest() {
        Meeting recording = merged(MeetingExamples.longText(1, 2000), "b".repeat(2000), "third");
        Notes soFar = notes("so far", 1);
        var then =
                given(recording)
                        .when(arrived(1, soFar))
                        .at(NOW)
                        .when(MeetingExamples.FINISH)
                        .at(NOW);

        assertEquals(soFar, then.effect(RequestDraft.class).notes());
        assertEquals(new Window(3, 3, 5), then.effect(RequestDraft.class).piece().window());
    }

    @Test
    void minutesOfWhatIsAllNotedReadNoTranscriptAgain() {
        Meeting covered =
                given(merged("budget"))
                        .when(DEADLINE)
                        .at(millis(600_000))
                        .when(arrived(1, notes("so far", 1)))
                        .at(millis(601_000))
                        .state();
        var then = given(covered).when(MeetingExamples.FINISH).at(millis(602_000));

        assertEquals(
                new Drafting.Piece(DraftKind.MINUTES, Window.NONE),
                then.effect(RequestDraft.class).piece());
    }

    @Test
    void notesAreAskedForWithTheirOwnLimit() {
        RequestDraft request =
                given(merged("budget"))
                        .when(DEADLINE)
                        .at(millis(600_000))
                        .effect(RequestDraft.class);

        assertEquals(DraftKind.NOTES, request.piece().kind());
        assertEquals(400, request.tokensMax());
    }

    @Test
    void thereIsNeverMoreThanOneRequestUnderWay() {
        Meeting asked = given(merged("budget")).when(DEADLINE).at(millis(600_000)).state();
        Scenario.Then<Meeting, MeetingCommand, MeetingEffect, MeetingRejection> then =
                given(asked).when(MeetingExamples.FINISH).at(millis(600_001));

        assertEquals(List.of(), then.effects(RequestDraft.class));
        assertTrue(drafting(then.state()) instanceof Drafting.InFlight);
    }

    private static Drafting drafting(Meeting meeting) {
        return meeting.material().digest().drafting();
    }

    private static Summary summaryOf(Meeting meeting) {
        return assertInstanceOf(Meeting.Finalized.class, meeting).summary();
    }
}
