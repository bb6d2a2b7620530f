package dev.supie.domain.coding.signal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.util.List;

/// COD-3: what many lines come to.
final class FindingsTest {

    private static final Place HERE = new Place("a.c", 3);
    private static final Place THERE = new Place("b.c", 9);

    private static Signal problem(ProblemKind kind, String subject, String message, Place place) {
        return new Signal.Problem(Tool.GCC, kind, subject, message, place);
    }

    private static Signal error(String message, Place place) {
        return problem(ProblemKind.COMPILE_ERROR, "", message, place);
    }

    private static Signal ended(Tool tool, Verdict verdict) {
        return new Signal.Ended(tool, verdict);
    }

    private static Findings all(Signal... signals) {
        Findings findings = Findings.NONE;
        for (Signal signal : signals) {
            findings = findings.with(signal);
        }
        return findings;
    }

    private static List<Place> places(Findings findings) {
        return findings.problems().stream().map(Signal.Problem::place).toList();
    }

    @Test
    void whatIsToldTwiceCountsOnce() {
        Findings findings = all(error("x", HERE), error("x", HERE), error("x", Place.UNKNOWN));

        assertEquals(1, findings.errors());
        assertEquals(List.of(HERE), places(findings));
    }

    @Test
    void thePlaceMayComeLater() {
        assertEquals(List.of(HERE), places(all(error("x", Place.UNKNOWN), error("x", HERE))));
    }

    @Test
    void theSameInAnotherPlaceIsAnother() {
        assertEquals(List.of(HERE, THERE), places(all(error("x", HERE), error("x", THERE))));
    }

    @Test
    void aDetailBelongsToTheLatestProblemOfItsTool() {
        Findings findings =
                all(
                        error("x", Place.UNKNOWN),
                        new Signal.Detail(Tool.GO, "Other", THERE),
                        new Signal.Detail(Tool.GCC, "Name", HERE),
                        new Signal.Detail(Tool.GCC, "Later", THERE));

        assertEquals(
                List.of(problem(ProblemKind.COMPILE_ERROR, "Name", "x", HERE)),
                findings.problems());
    }

    @Test
    void moreOfAPlaceIsNoOtherProblem() {
        Findings findings =
                all(
                        error("cannot find symbol", HERE),
                        error("incompatible", THERE),
                        problem(ProblemKind.COMPILE_ERROR, "Foo", "", HERE));

        assertEquals(2, findings.errors());
        assertEquals("Foo", findings.problems().getFirst().subject());
    }

    @Test
    void tooManyAreCountedAndNotKept() {
        Findings findings = Findings.NONE;
        for (int i = 1; i <= ToolFindings.PROBLEMS_MAX + 5; i++) {
            findings = findings.with(error("error number " + i, HERE));
        }

        assertEquals(ToolFindings.PROBLEMS_MAX, findings.problems().size());
        assertEquals("error number 1", findings.problems().getFirst().message());
        assertEquals(ToolFindings.PROBLEMS_MAX + 5, findings.errors());
    }

    @Test
    void theMostUrgentComesFirst() {
        Findings findings =
                all(
                        problem(ProblemKind.LINT_WARNING, "", "w", HERE),
                        error("x", HERE),
                        problem(ProblemKind.OUT_OF_MEMORY, "", "m", Place.UNKNOWN));

        assertEquals(
                List.of(
                        ProblemKind.OUT_OF_MEMORY,
                        ProblemKind.COMPILE_ERROR,
                        ProblemKind.LINT_WARNING),
                findings.problems().stream().map(Signal.Problem::kind).toList());
        assertEquals(2, findings.errors());
        assertEquals(1, findings.warnings());
    }

    @Test
    void modulesAreSummedUpWhereAToolCountsThemOneByOne() {
        Findings maven =
                all(new Signal.Totals(Tool.MAVEN, 3, 1), new Signal.Totals(Tool.MAVEN, 5, 2));
        Findings jest = all(new Signal.Totals(Tool.JEST, 3, 1), new Signal.Totals(Tool.JEST, 5, 2));

        assertEquals(8, maven.testsPassed());
        assertEquals(3, maven.testsFailed());
        assertEquals(5, jest.testsPassed());
        assertEquals(2, jest.testsFailed());
    }

    @Test
    void countsStopAtALimitWhateverALogClaims() {
        Findings findings = Findings.NONE;
        for (int i = 0; i < 5; i++) {
            findings =
                    findings.with(
                            new Signal.Totals(Tool.MAVEN, Integer.MAX_VALUE, Integer.MAX_VALUE));
        }

        assertEquals(ToolFindings.TESTS_MAX, findings.testsPassed());
        assertEquals(ToolFindings.TESTS_MAX, findings.testsFailed());
    }

    @Test
    void namesOfFailedTestsCountUntilTheToolDoes() {
        Findings named =
                all(
                        problem(ProblemKind.TEST_FAILURE, "one", "", Place.UNKNOWN),
                        problem(ProblemKind.TEST_FAILURE, "two", "", Place.UNKNOWN));

        assertEquals(2, named.testsFailed());
        assertEquals(3, named.with(new Signal.Totals(Tool.GCC, 0, 3)).testsFailed());
    }

    @Test
    void oneFailureIsAFailureWhoeverElseSucceeds() {
        assertEquals(Verdict.OPEN, all(error("x", HERE)).verdict());
        assertEquals(Verdict.PARTLY, all(ended(Tool.GO, Verdict.PARTLY)).verdict());
        assertEquals(
                Verdict.SUCCEEDED,
                all(ended(Tool.GO, Verdict.PARTLY), ended(Tool.MAVEN, Verdict.SUCCEEDED))
                        .verdict());
        assertEquals(
                Verdict.FAILED,
                all(ended(Tool.GO, Verdict.FAILED), ended(Tool.MAVEN, Verdict.SUCCEEDED))
                        .verdict());
    }

    @Test
    void aPartThatWentWellTakesNoFailureBack() {
        Findings findings = all(ended(Tool.GO, Verdict.FAILED), ended(Tool.GO, Verdict.PARTLY));

        assertEquals(Verdict.FAILED, findings.verdict());
    }

    @Test
    void aSuccessAfterAFailureMakesItsErrorsHistoryAndKeepsTheWarnings() {
        Findings findings =
                all(
                        error("x", HERE),
                        problem(ProblemKind.LINT_WARNING, "", "w", HERE),
                        ended(Tool.GCC, Verdict.FAILED),
                        ended(Tool.GCC, Verdict.SUCCEEDED));

        assertEquals(0, findings.errors());
        assertEquals(1, findings.warnings());
        assertEquals(Verdict.SUCCEEDED, findings.verdict());
        assertEquals(1, findings.problems().size());
    }

    @Test
    void theLatestToolIsTheLastOneThatIsKnown() {
        assertEquals(Tool.OTHER, Findings.NONE.latest());
        assertEquals(
                Tool.GO,
                all(new Signal.Announced(Tool.GO), ended(Tool.OTHER, Verdict.FAILED)).latest());
    }
}
