package dev.supie.domain.coding.signal;

import java.util.List;
import java.util.Optional;

/// `go build`, `go vet`, `go test`, and linters that write like them.
final class GoRecognizer implements Recognizer {

    @Override
    public List<Signal> read(Line line) {
        String text = line.text();
        if (line.startsWith("--- FAIL: ")) {
            return failure(line);
        }
        if (line.startsWith("--- PASS: ") || line.startsWith("=== RUN ")) {
            return List.of(new Signal.Announced(Tool.GO));
        }
        if (line.startsWith("panic: ")) {
            return panic(text);
        }
        List<Signal> ended = ended(line);
        return ended.isEmpty()
                ? Located.in(text).map(GoRecognizer::located).orElse(List.of())
                : ended;
    }

    /// Tests that say all they do put the place in front of the failure, the others behind it.
    private static List<Signal> failure(Line line) {
        String name = Pieces.firstWord(line.text().substring("--- FAIL: ".length()));
        boolean verbose = line.nearest(GoRecognizer::isEdge).orElse("").startsWith("=== RUN ");
        Place place =
                line.nearest(text -> isEdge(text) || text.contains("_test.go:"))
                        .filter(_ -> verbose)
                        .flatMap(Located::in)
                        .map(Located::place)
                        .filter(found -> found.isOf("go"))
                        .orElse(Place.UNKNOWN);
        return problem(ProblemKind.TEST_FAILURE, name, line.text(), place);
    }

    /// Where one test begins or ends.
    private static boolean isEdge(String text) {
        return text.startsWith("=== RUN ") || text.startsWith("--- ");
    }

    private static List<Signal> panic(String text) {
        boolean late = text.startsWith("panic: test timed out after ");
        return problem(
                late ? ProblemKind.TIMEOUT : ProblemKind.BUILD_ERROR,
                late ? "test" : "panic",
                text,
                Place.UNKNOWN);
    }

    /// `FAIL example.com/app 0.01s`, `FAIL example.com/app [build failed]`, `ok example.com/app
    /// 0.01s`
    private static List<Signal> ended(Line line) {
        String last = Pieces.lastWord(line.text());
        boolean timed =
                last.equals("(cached)") || (last.endsWith("s") && Pieces.startsWithDigit(last));
        boolean unbuilt = line.text().endsWith(" failed]");
        if (line.startsWith("FAIL ") && (timed || unbuilt) && !isScript(line.text())) {
            return List.of(new Signal.Ended(Tool.GO, Verdict.FAILED));
        }
        if (line.text().equals("FAIL") && line.tool() == Tool.GO) {
            return List.of(new Signal.Ended(Tool.GO, Verdict.FAILED));
        }
        return line.startsWith("ok ") && timed
                ? List.of(new Signal.Ended(Tool.GO, Verdict.PARTLY))
                : List.of();
    }

    /// Jest begins the line of a failed file with the same word.
    private static boolean isScript(String text) {
        return Place.isSource(Pieces.firstWord(text.substring("FAIL ".length())));
    }

    private static List<Signal> located(Located located) {
        if (!located.place().isOf("go")) {
            return List.of();
        }
        if (located.place().name().endsWith("_test.go") && located.lead().isEmpty()) {
            return ofTest(located);
        }
        // Lines of a program's own log, and of its stack, have no column.
        boolean vet = located.lead().equals("vet:");
        boolean compiler = located.column() > 0 && (vet || located.lead().isEmpty());
        return compiler ? compiled(located) : List.of();
    }

    /// A failed test says where; a test that does not compile says so with a column, like any
    /// source.
    private static List<Signal> ofTest(Located located) {
        return isCompiler(located.rest())
                ? compiled(located)
                : List.of(new Signal.Detail(Tool.GO, "", located.place()));
    }

    private static boolean isCompiler(String message) {
        return message.startsWith("undefined: ")
                || message.startsWith("cannot use ")
                || message.startsWith("syntax error: ")
                || message.startsWith("no required module ")
                || message.endsWith(" declared and not used")
                || message.startsWith("declared and not used: ")
                || message.endsWith(" imported and not used");
    }

    private static List<Signal> compiled(Located located) {
        String message = located.rest();
        if (isLint(message)) {
            return problem(ProblemKind.LINT_WARNING, "", message, located.place());
        }
        Optional<String> missing = missing(message);
        if (missing.isPresent()) {
            return problem(ProblemKind.MISSING_DEPENDENCY, missing.get(), message, located.place());
        }
        return problem(
                ProblemKind.COMPILE_ERROR,
                Pieces.after(message, "undefined: "),
                message,
                located.place());
    }

    /// Linters end with their name, as in `… (ineffassign)`.
    private static boolean isLint(String message) {
        String last = Pieces.lastWord(message);
        return last.startsWith("(")
                && last.endsWith(")")
                && last.length() > 2
                && last.substring(1, last.length() - 1).chars().allMatch(Character::isLowerCase);
    }

    private static Optional<String> missing(String message) {
        if (message.startsWith("no required module provides package ")) {
            String name = Pieces.firstWord(Pieces.after(message, "provides package "));
            return Optional.of(name.replace(";", ""));
        }
        if (message.startsWith("package ") && message.contains(" is not in ")) {
            return Optional.of(Pieces.between(message, "package ", " is not in "));
        }
        return message.startsWith("cannot find package ")
                ? Optional.of(Pieces.quoted(message))
                : Optional.empty();
    }

    private static List<Signal> problem(
            ProblemKind kind, String subject, String message, Place place) {
        return List.of(
                new Signal.Problem(
                        Tool.GO, kind, Subject.of(subject), Subject.message(message), place));
    }
}
