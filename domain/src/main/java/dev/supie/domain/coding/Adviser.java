package dev.supie.domain.coding;

import dev.supie.domain.coding.signal.Findings;
import dev.supie.domain.coding.signal.ProblemKind;
import dev.supie.domain.coding.signal.Signal;
import dev.supie.domain.coding.signal.Verdict;
import dev.supie.domain.meeting.Language;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// What the rules advise, without a model (COD-4): what is wrong, the most urgent first, and what
/// people who know the tool would do about it.
final class Adviser {

    /// Of one kind; on a badge more would hide the first.
    private static final int NAMES_MAX = 3;

    private final Findings findings;
    private final Language language;
    private final Map<ProblemKind, List<Signal.Problem>> byKind = new EnumMap<>(ProblemKind.class);

    private Adviser(Findings findings, Language language) {
        this.findings = findings;
        this.language = language;
        for (Signal.Problem problem : findings.problems()) {
            byKind.computeIfAbsent(problem.kind(), _ -> new ArrayList<>()).add(problem);
        }
    }

    /// While a build runs: nothing, if there is nothing to say.
    static Advice insight(Findings findings, Language language) {
        Adviser adviser = new Adviser(findings, language);
        List<String> insights = adviser.problems();
        if (insights.isEmpty() && findings.verdict() == Verdict.SUCCEEDED) {
            insights.add(adviser.standing());
        }
        return insights.isEmpty() && findings.verdict() != Verdict.FAILED
                ? Advice.NONE
                : adviser.advice(insights);
    }

    /// When it is over: always something, beginning with how it ended.
    static Advice summary(Findings findings, Language language) {
        Adviser adviser = new Adviser(findings, language);
        List<String> insights = new ArrayList<>();
        insights.add(adviser.standing());
        insights.addAll(adviser.problems());
        return adviser.advice(insights);
    }

    private Advice advice(List<String> insights) {
        if (insights.isEmpty()) {
            insights.add(standing());
        }
        ToDo toDo = new ToDo(findings, language, byKind);
        return new Advice(
                insights, new Risks(findings, language, byKind).all(), toDo.now(), toDo.then());
    }

    private String standing() {
        return switch (findings.verdict()) {
            case FAILED -> counted(Wording.FAILED);
            case SUCCEEDED ->
                    findings.testsPassed() > 0
                            ? Wording.TESTS_PASSED.in(
                                    language, findings.testsPassed(), findings.warnings())
                            : Wording.SUCCEEDED.in(language, findings.warnings());
            case OPEN, PARTLY ->
                    findings.errors() + findings.testsFailed() + findings.warnings() == 0
                            ? Wording.NOTHING.in(language)
                            : counted(Wording.SO_FAR);
        };
    }

    private String counted(Wording wording) {
        return wording.in(language, findings.errors(), findings.testsFailed(), findings.warnings());
    }

    private List<String> problems() {
        List<String> insights = new ArrayList<>();
        byKind.forEach((kind, problems) -> insights.add(problems(kind, problems)));
        if (!byKind.containsKey(ProblemKind.TEST_FAILURE) && findings.testsFailed() > 0) {
            insights.add(Wording.TESTS.in(language, findings.testsFailed()));
        }
        return insights;
    }

    private String problems(ProblemKind kind, List<Signal.Problem> problems) {
        String names =
                problems.stream()
                        .map(problem -> Names.of(problem, language))
                        .filter(name -> !name.isEmpty())
                        .distinct()
                        .limit(NAMES_MAX)
                        .collect(Collectors.joining(", "));
        String sentence = sentence(kind, problems.size());
        return names.isEmpty() ? sentence : sentence + " (" + names + ")";
    }

    private String sentence(ProblemKind kind, int count) {
        return switch (kind) {
            case OUT_OF_MEMORY -> Wording.MEMORY.in(language);
            case COMPILE_ERROR -> Wording.COMPILE.in(language, count);
            case MISSING_DEPENDENCY -> Wording.MISSING.in(language, count);
            case TEST_FAILURE -> Wording.TESTS.in(language, findings.testsFailed());
            case NETWORK -> Wording.NETWORK.in(language);
            case TIMEOUT -> Wording.TIMEOUT.in(language);
            case BUILD_ERROR -> Wording.BUILD.in(language, count);
            case LINT_WARNING -> Wording.LINT.in(language, findings.warnings());
        };
    }
}
