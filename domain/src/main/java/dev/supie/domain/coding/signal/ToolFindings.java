package dev.supie.domain.coding.signal;

import java.util.ArrayList;
import java.util.List;

/// What one tool has said so far.
///
/// @param problems in the order they were told of, each once, at most [#PROBLEMS_MAX]; further ones
///   are only counted
/// @param errors problems that are no warnings, the uncounted ones included
/// @param failures tests that failed, by name
/// @param passed tests that went well, as the tool counts them
/// @param failed tests that failed, as the tool counts them
public record ToolFindings(
        List<Signal.Problem> problems,
        int errors,
        int warnings,
        int failures,
        int passed,
        int failed,
        Verdict verdict) {

    /// Nobody reads as many on a badge. The first ones are kept, because later ones often follow
    /// from them.
    public static final int PROBLEMS_MAX = 40;

    /// Whatever a log claims, further tests are not counted.
    public static final int TESTS_MAX = 10_000_000;

    static final ToolFindings NONE = new ToolFindings(List.of(), 0, 0, 0, 0, 0, Verdict.OPEN);

    public ToolFindings {
        problems = List.copyOf(problems);
    }

    /// Failed tests; tools that count late or not at all are helped by counting names.
    public int testsFailed() {
        return Math.max(failures, failed);
    }

    ToolFindings with(Signal signal) {
        return switch (signal) {
            case Signal.Announced _ -> this;
            case Signal.Problem problem -> with(problem);
            case Signal.Detail detail -> with(detail);
            case Signal.Totals totals -> with(totals);
            case Signal.Ended ended -> with(ended.verdict());
        };
    }

    private ToolFindings with(Signal.Problem problem) {
        for (int i = 0; i < problems.size(); i++) {
            if (isSame(problems.get(i), problem)) {
                return replaced(i, merged(problems.get(i), problem));
            }
        }
        List<Signal.Problem> next = new ArrayList<>(problems);
        if (next.size() < PROBLEMS_MAX) {
            next.add(problem);
        }
        boolean warning = problem.kind().isWarning();
        boolean test = problem.kind() == ProblemKind.TEST_FAILURE;
        return new ToolFindings(
                next,
                errors + (warning ? 0 : 1),
                warnings + (warning ? 1 : 0),
                failures + (test ? 1 : 0),
                passed,
                failed,
                verdict);
    }

    /// Of the same kind, about the same, and not in two different places.
    private static boolean isSame(Signal.Problem known, Signal.Problem told) {
        boolean named = !known.subject().isEmpty() && !told.subject().isEmpty();
        boolean placed = known.place().hasLine() && told.place().hasLine();
        boolean there = known.place().equals(told.place());
        boolean about =
                named
                        ? known.subject().equals(told.subject())
                        : known.message().equals(told.message())
                                || (placed && there && told.message().isEmpty());
        return known.kind() == told.kind() && about && (there || !placed);
    }

    private static Signal.Problem merged(Signal.Problem known, Signal.Problem told) {
        Signal.Problem named =
                known.subject().isEmpty() ? known.withSubject(told.subject()) : known;
        boolean better = !known.place().hasLine() && told.place().isKnown();
        return better ? named.with(told.place()) : named;
    }

    private ToolFindings with(Signal.Detail detail) {
        if (problems.isEmpty()) {
            return this;
        }
        int last = problems.size() - 1;
        Signal.Problem known = problems.get(last);
        Signal.Problem told =
                new Signal.Problem(
                        known.tool(),
                        known.kind(),
                        detail.subject(),
                        known.message(),
                        detail.place());
        return replaced(last, merged(known, told));
    }

    private ToolFindings replaced(int index, Signal.Problem problem) {
        List<Signal.Problem> next = new ArrayList<>(problems);
        next.set(index, problem);
        return new ToolFindings(next, errors, warnings, failures, passed, failed, verdict);
    }

    private ToolFindings with(Signal.Totals totals) {
        boolean once = totals.tool().countsOnce();
        return new ToolFindings(
                problems,
                errors,
                warnings,
                failures,
                sum(once ? 0 : passed, totals.passed()),
                sum(once ? 0 : failed, totals.failed()),
                verdict);
    }

    private static int sum(int before, int told) {
        return Math.min(TESTS_MAX, before + Math.min(TESTS_MAX, told));
    }

    private ToolFindings with(Verdict told) {
        return switch (told) {
            case OPEN -> this;
            case PARTLY -> verdict == Verdict.OPEN ? ended(Verdict.PARTLY) : this;
            case FAILED -> ended(Verdict.FAILED);
            case SUCCEEDED -> verdict == Verdict.FAILED ? recovered() : ended(Verdict.SUCCEEDED);
        };
    }

    private ToolFindings ended(Verdict next) {
        return new ToolFindings(problems, errors, warnings, failures, passed, failed, next);
    }

    /// Whoever watches a build sees it fail and, after a change, succeed: the errors are history.
    private ToolFindings recovered() {
        List<Signal.Problem> left =
                problems.stream().filter(problem -> problem.kind().isWarning()).toList();
        return new ToolFindings(left, 0, warnings, 0, passed, 0, Verdict.SUCCEEDED);
    }
}
