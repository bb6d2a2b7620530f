package dev.supie.domain.coding;

import static dev.supie.domain.coding.CodingExamples.BEGIN;
import static dev.supie.domain.coding.CodingExamples.CALM;
import static dev.supie.domain.coding.CodingExamples.CLEAR;
import static dev.supie.domain.coding.CodingExamples.ERROR;
import static dev.supie.domain.coding.CodingExamples.FORGET;
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

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// COD-1, COD-4: from the start to the summary.
final class CodingDeciderTest {

    private static final Class<CodingEffect.AskModel> ASKED = CodingEffect.AskModel.class;
    private static final Class<CodingEffect.TellInsight> TOLD = CodingEffect.TellInsight.class;
    private static final Class<CodingEffect.TellSummary> SUMMARY = CodingEffect.TellSummary.class;
    private static final Class<CodingEffect.Report> REPORT = CodingEffect.Report.class;

    @Nested
    final class WhileIdle {

        @Test
        void aLineWithoutAStartBeginsARun() {
            given(RULES, Coding.begun()).when(log(ERROR)).at(START).effect(TOLD);
        }

        @Test
        void aBlankOneDoesNot() {
            given(RULES, Coding.begun()).when(log(" \n")).at(START).thenUnchanged();
            given(RULES, Coding.begun())
                    .when(new CodingCommand.Step("", ""))
                    .at(START)
                    .thenUnchanged();
        }

        @Test
        void aStopChangesNothing() {
            given(RULES, Coding.begun()).when(STOP).at(START).thenUnchanged().then();
        }
    }

    @Nested
    final class WhileRunning {

        @Test
        void theRulesAdviseWithoutAModel() {
            Insight insight =
                    given(RULES, running(RULES))
                            .when(new CodingCommand.Phase("compile", ""))
                            .at(START)
                            .when(log(ERROR))
                            .at(after(400))
                            .effect(TOLD)
                            .insight();

            assertEquals("compile", insight.phase());
            assertEquals(Insight.RULES, insight.provider());
            assertTrue(insight.advice().insights().getFirst().contains("a.c at line 7"));
        }

        @Test
        void theSameAdviceIsNotToldTwice() {
            var again =
                    given(RULES, running(RULES))
                            .when(log(ERROR))
                            .at(START)
                            .when(log(ERROR))
                            .at(after(400));

            assertEquals(List.of(), again.effects(TOLD));
            assertFalse(again.effect(REPORT).insight().advice().isEmpty());
        }

        @Test
        void nothingIsNotTold() {
            var calm =
                    given(RULES, running(RULES))
                            .when(log(CALM))
                            .at(START)
                            .when(WAKE)
                            .at(after(1_200));

            calm.then(
                    new CodingEffect.Report(
                            false, new Insight("", Advice.NONE, Insight.RULES), Duration.ZERO));
        }

        @Test
        void aStartForgetsWhatWasThere() {
            var restarted = given(MODEL, asking()).when(BEGIN).at(after(10));

            restarted.then(new CodingEffect.ForgetModel(1));
            assertEquals(Run.EMPTY, run(restarted.state()));
        }

        @Test
        void aClearedRunGoesOnWithoutItsLinesAndMayTellTheSameAgain() {
            given(RULES, running(RULES))
                    .when(log(ERROR))
                    .at(START)
                    .when(CLEAR)
                    .at(after(1))
                    .then()
                    .when(log(ERROR))
                    .at(after(2))
                    .effect(TOLD);
        }

        @Test
        void whoeverIsGoneGetsNoSummary() {
            given(MODEL, asking()).when(FORGET).at(after(10)).then(new CodingEffect.ForgetModel(1));
            given(RULES, running(RULES)).when(FORGET).at(after(10)).then();
        }

        @Test
        void withoutInsightsThereIsOnlyTheSummary() {
            CodingSettings quiet = CodingExamples.with(RULES, false, false);
            var run = given(quiet, running(quiet)).when(log(ERROR)).at(START).then();

            assertEquals(Analysis.NEVER, deadline(quiet, run.state()));
            run.when(STOP).at(after(10)).effect(SUMMARY);
        }

        @Test
        void aStepWithoutANameIsCalledByItsFirstLine() {
            Coding coding =
                    given(RULES, running(RULES))
                            .when(new CodingCommand.Step(" ", "\nunit tests\n" + CALM))
                            .at(START)
                            .state();

            assertEquals("unit tests", run(coding).step());
            assertEquals(2, run(coding).window().lines().size());
        }

        @Test
        void aPhaseEndsItsStepAndItsNameIsCut() {
            Coding coding =
                    given(RULES, running(RULES))
                            .when(new CodingCommand.Step("one", ""))
                            .at(START)
                            .when(new CodingCommand.Phase("p".repeat(100), ""))
                            .at(after(1))
                            .state();

            assertEquals("", run(coding).step());
            assertEquals("p".repeat(Run.NAME_CHARS_MAX), run(coding).phase());
        }
    }

    @Nested
    final class WhileAModelIsAsked {

        @Test
        void itIsShownTheLogAndTheContext() {
            Question question =
                    given(MODEL, running(MODEL))
                            .when(log(ERROR))
                            .at(START)
                            .effect(ASKED)
                            .question();

            assertEquals(ERROR, question.excerpt());
            assertEquals(1, question.context().errorCount());
            assertFalse(question.summary());
        }

        @Test
        void itsAnswerIsToldWithItsName() {
            given(MODEL, asking())
                    .when(answer(1))
                    .at(after(700))
                    .then(
                            new CodingEffect.TellInsight(new Insight("", WISE, "model-a")),
                            new CodingEffect.Report(
                                    false,
                                    new Insight("", WISE, "model-a"),
                                    Duration.ofMillis(700)));
        }

        @Test
        void aFailureGivesTheAdviceOfTheRules() {
            Insight insight =
                    given(MODEL, asking()).when(failure(1)).at(after(5)).effect(TOLD).insight();

            assertEquals(Insight.RULES, insight.provider());
            assertFalse(insight.advice().isEmpty());
        }

        @Test
        void aWeakAnswerDoesToo() {
            Advice quoting =
                    new Advice(List.of(ERROR), List.of("may fail"), List.of(" "), List.of());
            Insight insight =
                    given(MODEL, asking())
                            .when(new CodingCommand.Answered(1, "model-a", quoting))
                            .at(after(5))
                            .effect(TOLD)
                            .insight();

            assertEquals(Insight.RULES, insight.provider());
        }

        @Test
        void soDoesSilenceAndTheModelIsTold() {
            Instant late = START.plus(MODEL.answerWithin());

            given(MODEL, asking()).when(WAKE).at(late.minusNanos(1)).thenUnchanged();
            var told = given(MODEL, asking()).when(WAKE).at(late);
            assertEquals(new CodingEffect.ForgetModel(1), told.effects().getFirst());
            assertEquals(Insight.RULES, told.effect(TOLD).insight().provider());
            told.when(answer(1)).at(late.plusMillis(1)).thenRejected(CodingRejection.STALE);
        }

        @Test
        void anAnswerToAnotherQuestionIsStale() {
            given(MODEL, asking()).when(answer(2)).at(after(5)).thenRejected(CodingRejection.STALE);
            given(MODEL, asking())
                    .when(failure(0))
                    .at(after(5))
                    .thenRejected(CodingRejection.STALE);
        }

        @Test
        void questionsOfALaterRunHaveOtherNumbers() {
            given(MODEL, asking())
                    .when(FORGET)
                    .at(after(1))
                    .when(log(ERROR))
                    .at(after(2))
                    .then(new CodingEffect.AskModel(2, Questions.insight(run(asking()), MODEL)))
                    .when(answer(1))
                    .at(after(3))
                    .thenRejected(CodingRejection.STALE);
        }
    }

    @Nested
    final class AtTheEnd {

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
                                    true,
                                    new Insight("", WISE, "model-a"),
                                    Duration.ofMillis(500)));
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
    }

    private static Run run(Coding coding) {
        return assertInstanceOf(Coding.Running.class, coding).run();
    }
}
