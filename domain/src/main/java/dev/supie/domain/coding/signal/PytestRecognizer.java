package dev.supie.domain.coding.signal;

import java.util.List;
import java.util.Optional;

/// pytest, the errors of Python itself, and flake8 and mypy, which write like compilers.
final class PytestRecognizer implements Recognizer {

    @Override
    public List<Signal> read(Line line) {
        String text = line.text();
        if (text.contains(" test session starts ")) {
            return List.of(new Signal.Announced(Tool.PYTEST));
        }
        if (isSum(text)) {
            return sum(text);
        }
        if (line.startsWith("FAILED ") && text.contains(".py")) {
            return listed(text.substring("FAILED ".length()), text);
        }
        if (line.startsWith("ERROR ") && text.contains(".py")) {
            return error(text.substring("ERROR ".length()), text);
        }
        if (text.contains(".py::") && text.contains(" FAILED")) {
            return listed(text, text);
        }
        if (line.startsWith("__") && text.endsWith("__")) {
            return heading(text);
        }
        return thrown(line);
    }

    /// `=== 2 failed, 3 passed in 0.12s ===`, without the marks if pytest is told to be brief.
    private static boolean isSum(String text) {
        String sum = bare(text, "= ");
        boolean counted =
                Pieces.startsWithDigit(sum)
                        && (sum.contains(" passed")
                                || sum.contains(" failed")
                                || sum.contains(" error"));
        String time = Pieces.after(sum, " in ");
        return (counted || sum.startsWith("no tests ran"))
                && Pieces.startsWithDigit(time)
                && Pieces.firstWord(time).endsWith("s");
    }

    private static List<Signal> sum(String text) {
        int failed = Pieces.numberBefore(text, " failed");
        int passed = Pieces.numberBefore(text, " passed");
        boolean well = failed + Pieces.numberBefore(text, " error") == 0 && passed > 0;
        Verdict verdict = well ? Verdict.SUCCEEDED : Verdict.FAILED;
        return List.of(
                new Signal.Totals(Tool.PYTEST, passed, failed),
                new Signal.Ended(Tool.PYTEST, verdict));
    }

    /// `tests/test_math.py::TestSum::test_add - assert 4 == 5`
    private static List<Signal> listed(String test, String text) {
        String id = Pieces.firstWord(test);
        String name = Pieces.before(Pieces.after(id, "::"), "[").replace("::", ".");
        return name.isEmpty()
                ? List.of()
                : problem(
                        ProblemKind.TEST_FAILURE,
                        name,
                        text,
                        new Place(Pieces.before(id, "::"), 0));
    }

    private static List<Signal> error(String what, String text) {
        String missing = missing(text);
        if (!missing.isEmpty()) {
            return problem(ProblemKind.MISSING_DEPENDENCY, missing, text, Place.UNKNOWN);
        }
        String id = Pieces.firstWord(what);
        if (id.contains("::")) {
            return listed(what, text);
        }
        // Without a reason behind it, the reason was told above.
        return text.contains(" - ")
                ? problem(ProblemKind.BUILD_ERROR, id, text, new Place(id, 0))
                : List.of(new Signal.Announced(Tool.PYTEST));
    }

    /// `____ TestSum.test_add ____`
    private static List<Signal> heading(String text) {
        String name = Pieces.before(Pieces.between(text, "_ ", " _"), "[");
        boolean test = name.substring(name.lastIndexOf('.') + 1).startsWith("test");
        return test ? problem(ProblemKind.TEST_FAILURE, name, name, Place.UNKNOWN) : List.of();
    }

    private static List<Signal> thrown(Line line) {
        String text = line.startsWith("E ") ? line.text().substring(2).strip() : line.text();
        String missing = missing(text);
        if (!missing.isEmpty()) {
            return problem(ProblemKind.MISSING_DEPENDENCY, missing, text, Place.UNKNOWN);
        }
        if (text.startsWith("SyntaxError: ") || text.startsWith("IndentationError: ")) {
            return problem(ProblemKind.COMPILE_ERROR, "", text, lastFile(line));
        }
        return Located.in(text).map(PytestRecognizer::located).orElse(List.of());
    }

    /// `ModuleNotFoundError: No module named 'numpy'`
    private static String missing(String text) {
        int at = text.indexOf("No module named ");
        if (at >= 0) {
            return Subject.of(Pieces.quoted(text.substring(at)));
        }
        boolean name = text.startsWith("ImportError: cannot import name ");
        return name ? Subject.of(Pieces.quoted(text)) : "";
    }

    /// `File "/srv/app/main.py", line 12`
    private static Place lastFile(Line line) {
        return line.nearest(text -> text.contains("File \"") && text.contains(", line "))
                .map(text -> new Place(Pieces.quoted(text), Pieces.numberAfter(text, ", line ")))
                .orElse(Place.UNKNOWN);
    }

    private static List<Signal> located(Located located) {
        if (!located.place().isOf("py", "pyi") || !located.lead().isEmpty()) {
            return List.of();
        }
        String rest = located.rest();
        Diagnosis diagnosis = Diagnosis.of(rest);
        if (diagnosis.level() == Diagnosis.Level.ERROR) {
            return problem(ProblemKind.COMPILE_ERROR, "", diagnosis.message(), located.place());
        }
        if (rest.contains("Warning") || isRule(Pieces.firstWord(rest))) {
            return problem(ProblemKind.LINT_WARNING, "", rest, located.place());
        }
        return Optional.of(rest)
                .filter(
                        word ->
                                word.isEmpty()
                                        || word.endsWith("Error")
                                        || word.endsWith("Exception"))
                .map(_ -> List.<Signal>of(new Signal.Detail(Tool.PYTEST, "", located.place())))
                .orElse(List.of());
    }

    /// `F401`, `E501`, `PLR2004`
    private static boolean isRule(String word) {
        int digits = 0;
        while (digits < word.length() && Character.isUpperCase(word.charAt(digits))) {
            digits++;
        }
        return digits > 0
                && digits <= 4
                && word.length() >= digits + 3
                && word.substring(digits).chars().allMatch(Character::isDigit);
    }

    /// Without these marks at both ends.
    private static String bare(String text, String marks) {
        int from = 0;
        int end = text.length();
        while (from < end && marks.indexOf(text.charAt(from)) >= 0) {
            from++;
        }
        while (end > from && marks.indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return text.substring(from, end);
    }

    private static List<Signal> problem(
            ProblemKind kind, String subject, String message, Place place) {
        return List.of(
                new Signal.Problem(
                        Tool.PYTEST, kind, Subject.of(subject), Subject.message(message), place));
    }
}
