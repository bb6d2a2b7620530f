package dev.supie.domain.coding;

import static dev.supie.domain.coding.CodingExamples.CALM;
import static dev.supie.domain.coding.CodingExamples.CLEAR;
import static dev.supie.domain.coding.CodingExamples.DEBOUNCE;
import static dev.supie.domain.coding.CodingExamples.ERROR;
import static dev.supie.domain.coding.CodingExamples.MODEL;
import static dev.supie.domain.coding.CodingExamples.RULES;
import static dev.supie.domain.coding.CodingExamples.START;
import static dev.supie.domain.coding.CodingExamples.WAKE;
import static dev.supie.domain.coding.CodingExamples.WARNING;
import static dev.supie.domain.coding.CodingExamples.after;
import static dev.supie.domain.coding.CodingExamples.deadline;
import static dev.supie.domain.coding.CodingExamples.given;
import static dev.supie.domain.coding.CodingExamples.log;
import static dev.supie.domain.coding.CodingExamples.running;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.List;

/// COD-2: when lines are looked at.
final class CodingClockTest {

    private static final Class<CodingEffect.Report> REPORT = CodingEffect.Report.class;
    private static final Class<CodingEffect.TellInsight> TOLD = CodingEffect.TellInsight.class;

    @Test
    void aLineIsLookedAtAfterTheDebounce() {
        Coding waiting = given(RULES, running(RULES)).when(log(WARNING)).at(START).then().state();

        assertEquals(START.plus(DEBOUNCE), deadline(RULES, waiting));
        given(RULES, waiting).when(WAKE).at(START.plus(DEBOUNCE).minusNanos(1)).thenUnchanged();
        for (Duration late : List.of(Duration.ZERO, Duration.ofNanos(1), Duration.ofHours(1))) {
            given(RULES, waiting).when(WAKE).at(START.plus(DEBOUNCE).plus(late)).effect(TOLD);
        }
    }

    /// A build that writes without a pause would otherwise never be looked at.
    @Test
    void furtherLinesDoNotPutItOff() {
        Coding busy = running(RULES);
        for (int millis = 0; millis < DEBOUNCE.toMillis(); millis += 20) {
            busy = given(RULES, busy).when(log(CALM)).at(after(millis)).then().state();
        }

        assertEquals(START.plus(DEBOUNCE), deadline(RULES, busy));
    }

    /// First insight within 1.2 s of the line: here in the very same step.
    @Test
    void anErrorIsLookedAtImmediately() {
        given(RULES, running(RULES)).when(log(ERROR)).at(START).effect(TOLD);
    }

    static List<CodingCommand> urgent() {
        return List.of(
                new CodingCommand.Step("unit tests", ""),
                new CodingCommand.Phase("test", ""),
                new CodingCommand.Log(LogLevel.ERROR, "nothing that we know"),
                log("it went wrong: exception"),
                log("编译失败"),
                log("BUILD SUCCESSFUL in 2s"));
    }

    @ParameterizedTest
    @MethodSource("urgent")
    void soAreStepsPhasesErrorLevelsAndErrorWords(CodingCommand command) {
        given(RULES, running(RULES)).when(command).at(START).effect(REPORT);
    }

    @Test
    void aWarningMayWait() {
        var warning = new CodingCommand.Log(LogLevel.WARN, "nothing that we know");

        given(RULES, running(RULES)).when(warning).at(START).then();
    }

    @Test
    void errorsInARowAreLookedAtNoMoreOftenThanTheLeastTime() {
        Coding told = given(RULES, running(RULES)).when(log(ERROR)).at(START).state();
        Coding again = given(RULES, told).when(log("b.c:1: error: x")).at(after(1)).then().state();

        assertEquals(after(300), deadline(RULES, again));
        given(RULES, again).when(WAKE).at(after(299)).thenUnchanged();
        given(RULES, again).when(WAKE).at(after(300)).effect(TOLD);
        given(RULES, told).when(log("b.c:1: error: x")).at(after(300)).effect(TOLD);
        given(RULES, told).when(log("b.c:1: error: x")).at(after(301)).effect(TOLD);
    }

    @Test
    void anErrorShortensTheWaitOfTheLinesBeforeIt() {
        Coding waiting = given(RULES, running(RULES)).when(log(CALM)).at(START).state();

        given(RULES, waiting).when(log(ERROR)).at(after(10)).effect(TOLD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n\r\n ", "\u001B[0m"})
    void blankLinesChangeNothing(String text) {
        given(RULES, running(RULES)).when(log(text)).at(START).thenUnchanged();
    }

    @Test
    void whileAModelIsAskedNewLinesWait() {
        Coding asking = CodingExamples.asking();
        Coding waiting =
                given(MODEL, asking)
                        .when(log("b.c:1: error: x"))
                        .at(after(10))
                        .then()
                        .when(log("c.c:1: error: x"))
                        .at(after(20))
                        .then()
                        .state();

        var answered = given(MODEL, waiting).when(CodingExamples.answer(1)).at(after(2_000));
        answered.effect(TOLD);
        assertEquals(after(2_300), deadline(MODEL, answered.state()));
        var next = answered.when(WAKE).at(after(2_300));
        Question question = next.effect(CodingEffect.AskModel.class).question();
        assertTrue(question.excerpt().contains("c.c:1:"), question.excerpt());
        assertEquals(3, question.context().errorCount());
    }

    @Test
    void withoutNewLinesNothingComesAfterAnAnswer() {
        Coding answered =
                given(MODEL, CodingExamples.asking())
                        .when(CodingExamples.answer(1))
                        .at(after(10))
                        .state();

        assertEquals(Analysis.NEVER, deadline(MODEL, answered));
    }

    @Test
    void clearedLinesAreNotLookedAt() {
        Coding cleared =
                given(RULES, running(RULES))
                        .when(log(WARNING))
                        .at(START)
                        .when(CLEAR)
                        .at(after(5))
                        .state();

        assertEquals(Analysis.NEVER, deadline(RULES, cleared));
    }

    @Test
    void aRunWithoutLinesSleeps() {
        assertEquals(Analysis.NEVER, deadline(RULES, Coding.begun()));
        assertEquals(Analysis.NEVER, deadline(RULES, running(RULES)));
    }

    @Test
    void aDebounceBelowTheLeastTimeIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> debounced(299));
        assertEquals(Duration.ofMillis(300), debounced(300).debounce());
    }

    private static CodingSettings debounced(long millis) {
        return new CodingSettings(
                true,
                Duration.ofMillis(millis),
                RULES.lineCharsMax(),
                RULES.linesMax(),
                RULES.excerptCharsMax(),
                RULES.insightItemsMax(),
                RULES.summaryItemsMax(),
                RULES.model(),
                RULES.answerWithin());
    }
}
