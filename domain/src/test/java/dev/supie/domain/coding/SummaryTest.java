package dev.supie.domain.coding;

import static dev.supie.domain.coding.CodingExamples.BEGIN;
import static dev.supie.domain.coding.CodingExamples.ERROR;
import static dev.supie.domain.coding.CodingExamples.MODEL;
import static dev.supie.domain.coding.CodingExamples.RULES;
import static dev.supie.domain.coding.CodingExamples.START;
import static dev.supie.domain.coding.CodingExamples.STOP;
import static dev.supie.domain.coding.CodingExamples.WAKE;
import static dev.supie.domain.coding.CodingExamples.WISE;
import static dev.supie.domain.coding.CodingExamples.after;
import static dev.supie.domain.coding.CodingExamples.answer;
import static dev.supie.domain.coding.CodingExamples.asking;
import static dev.supie.domain.coding.CodingExamples.concluding;
import static dev.supie.domain.coding.CodingExamples.deadline;
import static dev.supie.domain.coding.CodingExamples.failure;
import static dev.supie.domain.coding.CodingExamples.given;
import static dev.supie.domain.coding.CodingExamples.log;
import static dev.supie.domain.coding.CodingExamples.running;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// COD-4: the last word about a run.
final class SummaryTest {

    private static final Class<CodingEffect.AskModel> ASKED = CodingEffect.AskModel.class;
    private static final Class<CodingEffect.TellSummary> SUMMARY = CodingEffect.TellSummary.class;
    private static final Class<CodingEffect.Report> REPORT = CodingEffect.Report.class;

    @Test
    void theRulesSummarizeInTheSameStep() {
        var stopped =
                given(RULES, running(RULES)).when(log(ERROR)).at(START).when(STOP).at(after(9));

        assertInstanceOf(Coding.Idle.class, stopped.state());
        assertTrue(stopped.effect(REPORT).summary());
        assertFalse(stopped.effect(SUMMARY).insight().advice().isEmpty());
    }

    @Test
    void aRunWithoutALineHasASummaryToo() {
        Insight insight =
                given(MODEL, running(MODEL)).when(STOP).at(after(9)).effect(SUMMARY).insight();

        assertEquals(List.of("Nothing stood out"), insight.advice().insights());
    }

    @Test
    void aSecondStopChangesNothing() {
        given(RULES, running(RULES)).when(STOP).at(START).when(STOP).at(after(1)).then();
        given(MODEL, concluding()).when(STOP).at(after(1_001)).thenUnchanged().then();
    }

    @Test
    void theModelGivesUpTheInsightAndIsAskedForTheSummary() {
        var stopped = given(MODEL, asking()).when(STOP).at(after(1_000));

        assertEquals(new CodingEffect.ForgetModel(1), stopped.effects().getFirst());
        assertEquals(2, stopped.effect(ASKED).ticket());
        assertTrue(stopped.effect(ASKED).question().summary());
        stopped.when(answer(1)).at(after(1_001)).thenRejected(CodingRejection.STALE);
    }

    @Test
    void itsSummaryIsTold() {
        given(MODEL, concluding())
                .when(answer(2))
                .at(after(1_500))
                .then(
                        new CodingEffect.TellSummary(new Insight("", WISE, "model-a")),
                        new CodingEffect.Report(
                                true, new Insight("", WISE, "model-a"), Duration.ofMillis(500)));
    }

    @Test
    void aModelThatHangsDoesNotHoldUpTheSummaryLongerThanTwoSeconds() {
        Instant due = deadline(MODEL, concluding());

        assertEquals(after(1_000).plus(CodingSettings.SUMMARY_WITHIN), due);
        assertTrue(CodingSettings.SUMMARY_WITHIN.compareTo(Duration.ofSeconds(2)) < 0);
        given(MODEL, concluding()).when(WAKE).at(due.minusNanos(1)).thenUnchanged();
        var told = given(MODEL, concluding()).when(WAKE).at(due);
        assertEquals(new CodingEffect.ForgetModel(2), told.effects().getFirst());
        assertEquals(Insight.RULES, told.effect(SUMMARY).insight().provider());
        told.when(answer(2)).at(due.plusMillis(1)).thenRejected(CodingRejection.STALE);
    }

    @Test
    void aModelThatFailsOrSaysNothingIsStoodInFor() {
        var nothing = new CodingCommand.Answered(2, "model-a", Advice.NONE);

        for (CodingCommand command : List.of(failure(2), nothing)) {
            Insight insight =
                    given(MODEL, concluding())
                            .when(command)
                            .at(after(1_100))
                            .effect(SUMMARY)
                            .insight();
            assertEquals(Insight.RULES, insight.provider());
        }
    }

    @Test
    void whatComesMeanwhileIsTooLate() {
        given(MODEL, concluding()).when(log(ERROR)).at(after(1_001)).thenUnchanged().then();
    }

    @Test
    void aNewRunDoesNotTakeTheSummaryOfTheOldOneAway() {
        var restarted = given(MODEL, concluding()).when(BEGIN).at(after(1_100));

        assertEquals(1, restarted.effects(SUMMARY).size());
        assertEquals(Run.EMPTY, run(restarted.state()));
        restarted.when(answer(2)).at(after(1_101)).thenRejected(CodingRejection.STALE);
    }

    private static Run run(Coding coding) {
        return assertInstanceOf(Coding.Running.class, coding).run();
    }
}
