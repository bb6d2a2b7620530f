package dev.supie.domain.coding;

import static dev.supie.domain.coding.CodingExamples.ERROR;
import static dev.supie.domain.coding.CodingExamples.FORGET;
import static dev.supie.domain.coding.CodingExamples.MODEL;
import static dev.supie.domain.coding.CodingExamples.START;
import static dev.supie.domain.coding.CodingExamples.WAKE;
import static dev.supie.domain.coding.CodingExamples.WISE;
import static dev.supie.domain.coding.CodingExamples.after;
import static dev.supie.domain.coding.CodingExamples.answer;
import static dev.supie.domain.coding.CodingExamples.asking;
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

/// COD-4: a model is asked about a run that goes on.
final class ModelAdviceTest {

    private static final Class<CodingEffect.AskModel> ASKED = CodingEffect.AskModel.class;
    private static final Class<CodingEffect.TellInsight> TOLD = CodingEffect.TellInsight.class;

    @Test
    void itIsShownTheLogAndTheContext() {
        Question question =
                given(MODEL, running(MODEL)).when(log(ERROR)).at(START).effect(ASKED).question();

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
                                false, new Insight("", WISE, "model-a"), Duration.ofMillis(700)));
    }

    @Test
    void aFailureGivesTheAdviceOfTheRules() {
        Insight insight =
                given(MODEL, asking()).when(failure(1)).at(after(5)).effect(TOLD).insight();

        assertEquals(Insight.RULES, insight.provider());
        assertFalse(insight.advice().isEmpty());
    }

    /// Newest state wins (COD-2): what came while the model was asked is in it.
    @Test
    void thatIsTheNewestAdviceThereIs() {
        Insight insight =
                given(MODEL, asking())
                        .when(log("b.c:9:1: error: 'depth' undeclared"))
                        .at(after(4))
                        .when(failure(1))
                        .at(after(5))
                        .effect(TOLD)
                        .insight();

        assertTrue(insight.advice().insights().getFirst().contains("b.c at line 9"));
    }

    @Test
    void aWeakAnswerDoesToo() {
        Advice quoting = new Advice(List.of(ERROR), List.of("may fail"), List.of(" "), List.of());
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
        given(MODEL, asking()).when(failure(0)).at(after(5)).thenRejected(CodingRejection.STALE);
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

    private static Run run(Coding coding) {
        return assertInstanceOf(Coding.Running.class, coding).run();
    }
}
