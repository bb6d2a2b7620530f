package dev.supie.domain.coding;

import dev.supie.domain.coding.signal.Findings;
import dev.supie.domain.coding.signal.ProblemKind;
import dev.supie.domain.coding.signal.Signal;
import dev.supie.domain.coding.signal.Tool;
import dev.supie.domain.coding.signal.Verdict;
import dev.supie.domain.meeting.Language;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What to do about what is wrong, with the commands of the tool that complained.
record ToDo(Findings findings, Language language, Map<ProblemKind, List<Signal.Problem>> byKind) {

    /// Of one kind: the first ones, because the others often follow from them.
    private static final int PROBLEMS_MAX = 2;

    List<String> now() {
        List<String> actions = new ArrayList<>();
        byKind.forEach(
                (kind, problems) ->
                        problems.stream()
                                .limit(PROBLEMS_MAX)
                                .forEach(problem -> actions.addAll(about(problem))));
        return actions.stream().distinct().toList();
    }

    List<String> then() {
        if (findings.errors() + findings.testsFailed() == 0
                && findings.verdict() != Verdict.FAILED) {
            return calm();
        }
        List<String> steps = new ArrayList<>();
        String command = ToolCommands.build(blamed());
        steps.add(
                command.isEmpty()
                        ? Wording.AGAIN_SOMEHOW.in(language)
                        : Wording.AGAIN.in(language, command));
        if (findings.testsFailed() > 0) {
            steps.add(Wording.ALL_TESTS.in(language));
        }
        return steps;
    }

    private List<String> calm() {
        if (findings.warnings() > 0) {
            return List.of(Wording.TIDY.in(language));
        }
        return findings.verdict() == Verdict.SUCCEEDED
                ? List.of(Wording.GO_ON.in(language))
                : List.of();
    }

    /// Whoever has the most urgent problem.
    private Tool blamed() {
        return findings.problems().stream()
                .map(Signal.Problem::tool)
                .findFirst()
                .orElse(findings.latest());
    }

    private List<String> about(Signal.Problem problem) {
        return switch (problem.kind()) {
            case OUT_OF_MEMORY ->
                    List.of(Wording.MORE_MEMORY.in(language, ToolCommands.memory(problem.tool())));
            case COMPILE_ERROR -> compile(problem);
            case MISSING_DEPENDENCY -> missing(problem);
            case TEST_FAILURE -> test(problem);
            case NETWORK -> List.of(Wording.REACH.in(language));
            case TIMEOUT -> List.of(Wording.WAITS.in(language));
            case BUILD_ERROR -> build(problem);
            case LINT_WARNING -> look(problem);
        };
    }

    /// Only one can be corrected first.
    private List<String> compile(Signal.Problem problem) {
        List<Signal.Problem> all = byKind.getOrDefault(problem.kind(), List.of(problem));
        String place = problem.equals(all.getFirst()) ? Names.place(problem.place(), language) : "";
        String subject = Names.subject(problem);
        List<String> actions = new ArrayList<>();
        if (!place.isEmpty()) {
            actions.add(Wording.FIX.in(language, place));
        }
        if (!subject.isEmpty()) {
            actions.add(Wording.IMPORT.in(language, subject));
        }
        return actions;
    }

    private List<String> missing(Signal.Problem problem) {
        String name = Names.subject(problem);
        String install = ToolCommands.install(problem.tool(), problem.subject());
        if (name.isEmpty()) {
            return look(problem);
        }
        if (!install.isEmpty()) {
            return List.of(Wording.INSTALL.in(language, install));
        }
        if (problem.tool() == Tool.GCC) {
            return List.of(Wording.HEADER.in(language, name));
        }
        return List.of(
                ToolCommands.isPath(name)
                        ? Wording.PATH.in(language, name)
                        : Wording.DECLARE.in(language, name));
    }

    private List<String> test(Signal.Problem problem) {
        String command = ToolCommands.test(problem.tool(), problem.subject());
        return command.isEmpty() ? look(problem) : List.of(Wording.ALONE.in(language, command));
    }

    private List<String> build(Signal.Problem problem) {
        return problem.subject().equals("ERESOLVE")
                ? List.of(Wording.TRANSITIVE.in(language, "npm ls"))
                : look(problem);
    }

    private List<String> look(Signal.Problem problem) {
        String name = Names.of(problem, language);
        boolean ends = !problem.kind().isWarning();
        if (name.isEmpty()) {
            return ends ? List.of(Wording.FIRST.in(language)) : List.of();
        }
        return List.of(Wording.LOOK.in(language, name));
    }
}
