package dev.supie.application.coding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.application.coding.port.BuildAdviser;
import dev.supie.application.coding.port.ModelAnswer;
import dev.supie.application.runtime.Lane;
import dev.supie.domain.coding.Advice;
import dev.supie.domain.coding.CodingCommand;
import dev.supie.domain.coding.Insight;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Coding mode over fakes (COD-1 to COD-5).
final class BuildWatchTest {

    private static final String ERROR = "a.c:7:2: error: 'speed' undeclared";
    private static final Duration SECOND = Duration.ofSeconds(1);

    private static final ModelAnswer WISE =
            new ModelAnswer.Given(
                    "model-a",
                    new Advice(
                            List.of("A name is used before it is known"),
                            List.of(),
                            List.of("Introduce it"),
                            List.of()));

    private final CodingBench rules = new CodingBench(false);
    private final CodingBench model = new CodingBench(true);

    private static void log(CodingBench.Badge badge, String text) {
        assertTrue(badge.log(text));
    }

    private static Duration since(Instant begun, CodingBench.Badge badge) {
        return Duration.between(begun, badge.told.getLast());
    }

    @Test
    void theFirstInsightOfTheRulesIsThereWithinItsTime() {
        CodingBench.Badge badge = rules.badge(1);
        badge.start(false);
        Instant begun = rules.time.instant();
        log(badge, "Compiling 3 files\n" + ERROR);
        rules.pass(SECOND);

        assertEquals(1, badge.insights.size());
        assertTrue(since(begun, badge).compareTo(Duration.ofMillis(1_200)) <= 0);
    }

    @Test
    void aModelThatHangsCostsTheSummaryLessThanTwoSeconds() {
        CodingBench.Badge badge = model.badge(1);
        log(badge, ERROR);
        model.pass(SECOND);
        Instant stopped = model.time.instant();
        badge.stop();
        model.pass(Duration.ofSeconds(5));

        assertEquals(1, badge.summaries.size());
        assertEquals(Insight.RULES, badge.summaries.getFirst().provider());
        assertTrue(since(stopped, badge).compareTo(Duration.ofSeconds(2)) <= 0);
        assertEquals(0, model.adviser.hanging());
    }

    @Test
    void aModelThatHangsOnAnInsightIsStoodInForByTheRules() {
        CodingBench.Badge badge = model.badge(1);
        log(badge, ERROR);
        model.pass(Duration.ofSeconds(9));

        assertEquals(
                List.of(Insight.RULES), badge.insights.stream().map(Insight::provider).toList());
        assertEquals(0, model.adviser.hanging());
        assertEquals(List.of(Duration.ofSeconds(8)), model.adviser.limits());
    }

    @Test
    void itsAnswersAreToldAndAnalysesCounted() {
        model.adviser.answerNext(WISE).answerNext(WISE);
        CodingBench.Badge badge = model.badge(1);
        log(badge, ERROR);
        model.pass(SECOND);
        badge.stop();
        model.pass(SECOND);

        assertEquals("model-a", badge.insights.getFirst().provider());
        assertEquals("model-a", badge.summaries.getFirst().provider());
        assertEquals(2, badge.analyses);
    }

    @Test
    void oneThatFailsOrIsBrokenCostsOnlyItsAdvice() {
        model.adviser.answerNext(new ModelAnswer.Failed("out of order"));
        CodingBench.Badge badge = model.badge(1);
        log(badge, ERROR);
        model.pass(SECOND);
        model.adviser.breakNext();
        badge.stop();
        model.pass(SECOND);

        assertEquals(Insight.RULES, badge.insights.getFirst().provider());
        assertEquals(Insight.RULES, badge.summaries.getFirst().provider());
    }

    @Test
    void noModelWorksForAConnectionThatHasEnded() {
        CodingBench.Badge badge = model.badge(1);
        log(badge, ERROR);
        model.pass(SECOND);
        assertEquals(1, model.adviser.hanging());
        log(badge, ERROR);
        badge.close();
        model.pass(SECOND);
        model.adviser.answerHanging(WISE);
        model.pass(Duration.ofSeconds(20));

        assertEquals(0, model.adviser.hanging());
        assertEquals(List.of(), badge.told);
        assertEquals(0, model.time.alarms());
        assertFalse(badge.log(ERROR));
        assertEquals(0, model.threads.waiting());
    }

    @Test
    void whatWaitedWhenTheConnectionEndedBeginsNoRun() {
        CodingBench.Badge badge = rules.badge(1);
        badge.close();
        rules.threads.runAll();
        assertFalse(badge.start(true));
        rules.pass(SECOND);

        assertEquals(0, rules.time.alarms());
    }

    @Test
    void aResetForgetsTheRun() {
        CodingBench.Badge badge = model.badge(1);
        log(badge, ERROR);
        model.pass(SECOND);
        badge.reset();
        badge.stop();
        model.pass(SECOND);

        assertEquals(0, model.adviser.hanging());
        assertEquals(List.of(), badge.told);
    }

    @Test
    void ifTooMuchWaitsTheCallerIsTold() {
        CodingBench.Badge badge = rules.badge(1);
        for (int i = 0; i < Lane.WAITING_MAX; i++) {
            log(badge, "line " + i);
        }

        assertFalse(badge.log("one more"));
        rules.threads.runAll();
        assertTrue(badge.stop());
    }

    @Test
    void changedSettingsHoldFromTheNextDecisionOn() {
        CodingBench.Badge badge = rules.badge(1);
        rules.use(CodingBench.settings(false, false));
        log(badge, ERROR);
        rules.pass(SECOND);
        assertEquals(0, badge.insights.size());
        rules.use(CodingBench.settings(false, true));
        log(badge, ERROR);
        rules.pass(SECOND);

        assertEquals(1, badge.insights.size());
    }

    @Test
    void badgesDoNotHearOfEachOther() {
        List<CodingBench.Badge> badges = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            badges.add(rules.badge(i));
            log(badges.get(i), "file%d.c:%d:1: error: x".formatted(i, i + 1));
        }
        rules.pass(SECOND);

        for (int i = 0; i < 20; i++) {
            List<String> insights = badges.get(i).insights.getFirst().advice().insights();
            assertTrue(insights.getFirst().contains("(file%d.c at line".formatted(i)));
        }
    }

    @Test
    void theDemoPlaysByItself() {
        CodingBench.Badge badge = rules.badge(1);
        badge.start(true);
        rules.pass(Duration.ofSeconds(6));
        badge.stop();
        rules.pass(SECOND);

        assertTrue(badge.insights.size() >= 2);
        assertTrue(
                badge.summaries
                        .getFirst()
                        .advice()
                        .insights()
                        .getFirst()
                        .startsWith("The build failed"));
        assertEquals(0, rules.time.alarms());
    }

    @Test
    void stepsPhasesAndClearedRunsAreTakenToo() {
        CodingBench.Badge badge = rules.badge(1);
        badge.tell(new CodingCommand.Phase("compile", ""));
        badge.tell(new CodingCommand.Step("sources", ERROR));
        rules.pass(SECOND);
        assertEquals("compile", badge.insights.getFirst().phase());
        badge.tell(new CodingCommand.Clear());
        badge.stop();
        rules.pass(SECOND);

        assertEquals(List.of("Nothing stood out"), badge.summaries.getFirst().advice().insights());
    }

    @Test
    void withoutAModelAQuestionFails() {
        List<ModelAnswer> heard = new ArrayList<>();
        log(model.badge(1), ERROR);
        model.pass(SECOND);
        BuildAdviser.NONE.ask(model.adviser.questions().getFirst(), SECOND, heard::add).cancel();

        assertEquals(List.of(new ModelAnswer.Failed("no model is configured")), heard);
    }
}
