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
import static dev.supie.domain.coding.CodingExamples.after;
import static dev.supie.domain.coding.CodingExamples.asking;
import static dev.supie.domain.coding.CodingExamples.deadline;
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
import java.util.List;

/// COD-1, COD-4: runs begin, take lines and end.
final class CodingDeciderTest {

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

    private static Run run(Coding coding) {
        return assertInstanceOf(Coding.Running.class, coding).run();
    }
}
