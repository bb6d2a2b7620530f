package dev.supie.domain.coding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.domain.coding.signal.Findings;
import dev.supie.domain.coding.signal.Place;
import dev.supie.domain.coding.signal.ProblemKind;
import dev.supie.domain.coding.signal.Signal;
import dev.supie.domain.coding.signal.Tool;
import dev.supie.domain.coding.signal.Verdict;
import dev.supie.domain.meeting.Language;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.List;
import java.util.stream.Stream;

/// COD-4: what the rules advise.
final class AdviserTest {

    private static Signal.Problem problem(Tool tool, ProblemKind kind, String subject) {
        return new Signal.Problem(tool, kind, subject, "message", new Place("src/x.c", 7));
    }

    private static Findings findings(Signal... signals) {
        Findings findings = Findings.NONE;
        for (Signal signal : signals) {
            findings = findings.with(signal);
        }
        return findings;
    }

    private static Advice insight(Signal... signals) {
        return Adviser.insight(findings(signals), Language.EN);
    }

    @ParameterizedTest
    @EnumSource(ProblemKind.class)
    void everyKindOfProblemHasItsInsightAndSomethingToDo(ProblemKind kind) {
        for (Language language : Language.values()) {
            Advice advice = Adviser.insight(findings(problem(Tool.CARGO, kind, "name")), language);

            assertEquals(1, advice.insights().size());
            assertFalse(advice.actions().isEmpty());
            assertFalse(advice.nextSteps().isEmpty());
        }
    }

    @Test
    void itIsInTheLanguageOfTheInput() {
        Advice advice =
                Adviser.insight(
                        findings(problem(Tool.GCC, ProblemKind.COMPILE_ERROR, "")), Language.ZH);
        Stream.of(advice.insights(), advice.actions(), advice.nextSteps())
                .flatMap(List::stream)
                .forEach(item -> assertEquals(Language.ZH, Language.of(item), item));
    }

    @Test
    void withoutAnythingToSayNothingIsSaid() {
        assertEquals(Advice.NONE, insight());
        assertEquals(Advice.NONE, insight(new Signal.Announced(Tool.GO)));
        assertEquals(Advice.NONE, insight(new Signal.Ended(Tool.GO, Verdict.PARTLY)));
    }

    @Test
    void aSuccessIsWorthSaying() {
        Advice advice =
                insight(
                        new Signal.Totals(Tool.PYTEST, 44, 0),
                        new Signal.Ended(Tool.PYTEST, Verdict.SUCCEEDED));

        assertEquals(
                List.of("The build succeeded: tests passed 44, warnings 0"), advice.insights());
        assertEquals(List.of(), advice.actions());
    }

    @Test
    void aFailureWithoutAReasonIsSaidToo() {
        Advice advice = insight(new Signal.Ended(Tool.OTHER, Verdict.FAILED));

        assertEquals(1, advice.insights().size());
        assertFalse(advice.nextSteps().isEmpty());
    }

    @Test
    void testsThatFailInABuildThatSucceedsAreARisk() {
        Advice advice =
                insight(
                        new Signal.Totals(Tool.MAVEN, 4, 1),
                        new Signal.Ended(Tool.MAVEN, Verdict.SUCCEEDED));

        assertTrue(advice.risks().getFirst().contains("ignored"), advice.risks().toString());
    }

    @Test
    void fromTenOnMostErrorsFollowFromTheFirst() {
        Findings nine = many(9);

        assertEquals(List.of(), Adviser.insight(nine, Language.EN).risks());
        assertEquals(1, Adviser.insight(many(10), Language.EN).risks().size());
    }

    private static Findings many(int count) {
        Findings findings = Findings.NONE;
        for (int i = 0; i < count; i++) {
            findings = findings.with(problem(Tool.GCC, ProblemKind.COMPILE_ERROR, "name" + i));
        }
        return findings;
    }

    @Test
    void namesAreGivenUpToThree() {
        String insight = Adviser.insight(many(5), Language.EN).insights().getFirst();

        assertTrue(insight.contains("name0") && insight.contains("name2"), insight);
        assertFalse(insight.contains("name3"), insight);
    }

    @Test
    void onlyWhatIsANameGetsIntoACommand() {
        assertEquals("go get a.b/c", ToolCommands.install(Tool.GO, "a.b/c"));
        assertEquals("", ToolCommands.install(Tool.GO, "x; rm -rf /"));
        assertEquals("", ToolCommands.install(Tool.PYTEST, "--index-url"));
        assertEquals("", ToolCommands.install(Tool.NPM, "$(reboot)"));
        assertEquals("", ToolCommands.install(Tool.NPM, "./local"));
        assertEquals("", ToolCommands.test(Tool.CARGO, "a b"));
        assertEquals("pytest --lf", ToolCommands.test(Tool.PYTEST, "a b"));
        assertEquals("go test ./... -run TestA", ToolCommands.test(Tool.GO, "TestA/sub"));
    }

    @ParameterizedTest
    @EnumSource(Tool.class)
    void everyToolCanBeAdvisedAbout(Tool tool) {
        for (ProblemKind kind : ProblemKind.values()) {
            for (String subject : List.of("", "name", "./path", "two words and more")) {
                Advice advice =
                        Adviser.summary(findings(problem(tool, kind, subject)), Language.EN);
                advice.actions().forEach(item -> assertFalse(item.endsWith(": "), item));
                advice.actions().forEach(item -> assertFalse(item.contains("  "), item));
            }
        }
    }
}
