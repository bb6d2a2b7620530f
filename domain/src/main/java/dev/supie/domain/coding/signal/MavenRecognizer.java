package dev.supie.domain.coding.signal;

import java.util.List;
import java.util.Optional;

/// Maven: every line says its level first, except the second lines of messages.
final class MavenRecognizer implements Recognizer {

    @Override
    public List<Signal> read(Line line) {
        String text = line.text();
        if (line.startsWith("[INFO] ")) {
            return information(text.substring("[INFO] ".length()));
        }
        if (line.startsWith("[ERROR] ")) {
            return error(line, text.substring("[ERROR] ".length()));
        }
        if (line.startsWith("[WARNING] ") || line.startsWith("[WARN] ")) {
            return warning(Pieces.after(text, "] "));
        }
        return line.tool() == Tool.MAVEN ? Javac.symbol(Tool.MAVEN, line, text) : List.of();
    }

    private static List<Signal> information(String text) {
        if (text.startsWith("BUILD SUCCESS")) {
            return List.of(new Signal.Ended(Tool.MAVEN, Verdict.SUCCEEDED));
        }
        if (text.startsWith("BUILD FAILURE")) {
            return List.of(new Signal.Ended(Tool.MAVEN, Verdict.FAILED));
        }
        if (isTotal(text)) {
            return totals(text);
        }
        return List.of(new Signal.Announced(Tool.MAVEN));
    }

    private static List<Signal> error(Line line, String text) {
        Optional<Located> located = Located.in(text);
        if (located.isPresent() && located.get().lead().isEmpty()) {
            return located(located.get());
        }
        if (isTotal(text)) {
            return totals(text);
        }
        String test = MavenTests.named(text);
        if (!test.isEmpty()) {
            return List.of(MavenTests.failure(test, text));
        }
        String missing = missing(text);
        if (!missing.isEmpty()) {
            return problem(ProblemKind.MISSING_DEPENDENCY, missing, text);
        }
        return text.startsWith("Failed to execute goal ")
                ? goal(text)
                : Javac.symbol(Tool.MAVEN, line, text);
    }

    private static List<Signal> warning(String text) {
        if (isTotal(text)) {
            return totals(text);
        }
        if (text.startsWith("Tests run:") || text.startsWith("COMPILATION WARNING")) {
            return List.of();
        }
        Optional<Located> located = Located.in(text).filter(found -> found.lead().isEmpty());
        return List.of(
                Javac.warning(
                        Tool.MAVEN,
                        located.map(Located::rest).orElse(text),
                        located.map(Located::place).orElse(Place.UNKNOWN)));
    }

    /// Checks of style write like the compiler, with the group of the rule in brackets.
    private static List<Signal> located(Located located) {
        boolean style = located.rest().startsWith("(");
        return List.of(
                style
                        ? Javac.warning(Tool.MAVEN, located.rest(), located.place())
                        : Javac.error(Tool.MAVEN, located.rest(), located.place()));
    }

    /// The total of a module; the line of a class says how long it took as well.
    private static boolean isTotal(String text) {
        return text.startsWith("Tests run:") && !text.contains("Time elapsed");
    }

    private static List<Signal> totals(String text) {
        int failed = Pieces.numberAfter(text, "Failures:") + Pieces.numberAfter(text, "Errors:");
        int others = failed + Pieces.numberAfter(text, "Skipped:");
        int passed = Math.max(0, Pieces.numberAfter(text, "Tests run:") - others);
        return List.of(new Signal.Totals(Tool.MAVEN, passed, failed));
    }

    /// The artifact that is not there; empty if the line is about none, or about a repository that
    /// could not be reached.
    private static String missing(String text) {
        if (text.contains("Could not find artifact ")) {
            return Subject.of(Pieces.firstWord(Pieces.after(text, "Could not find artifact ")));
        }
        if (text.contains(" has not been downloaded from it before")) {
            return Subject.of(Pieces.firstWord(Pieces.after(text, "and the artifact ")));
        }
        if (text.contains(" was not found in ")) {
            return Subject.of(Pieces.lastWord(Pieces.before(text, " was not found in ")));
        }
        boolean refused = text.contains("status code: 40");
        return refused
                ? Subject.of(Pieces.firstWord(Pieces.after(text, "Could not transfer artifact ")))
                : "";
    }

    /// What a goal failed with is mostly told above; the rest has only this line.
    private static List<Signal> goal(String text) {
        if (text.contains("Could not transfer artifact ")) {
            return problem(ProblemKind.NETWORK, "artifact repository", text);
        }
        if (text.contains("Compilation failure") || text.contains("There are test failures")) {
            return List.of();
        }
        if (text.contains("Could not resolve dependencies ")) {
            return problem(ProblemKind.MISSING_DEPENDENCY, "dependencies", text);
        }
        String[] parts = Pieces.between(text, "Failed to execute goal ", " ").split(":", -1);
        String name = parts.length > 3 ? parts[1] + ":" + parts[3] : parts[0];
        return problem(ProblemKind.BUILD_ERROR, Subject.of(name), text);
    }

    private static List<Signal> problem(ProblemKind kind, String subject, String message) {
        return List.of(
                new Signal.Problem(
                        Tool.MAVEN, kind, subject, Subject.message(message), Place.UNKNOWN));
    }
}
