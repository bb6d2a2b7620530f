package dev.supie.domain.coding.signal;

import java.util.List;
import java.util.Locale;

/// Gradle, with the compilers of Java and Kotlin that it runs.
final class GradleRecognizer implements Recognizer {

    @Override
    public List<Signal> read(Line line) {
        String text = line.text();
        if (line.startsWith("BUILD SUCCESSFUL")) {
            return List.of(new Signal.Ended(Tool.GRADLE, Verdict.SUCCEEDED));
        }
        if (line.startsWith("BUILD FAILED")) {
            return List.of(new Signal.Ended(Tool.GRADLE, Verdict.FAILED));
        }
        if (line.startsWith("> ")) {
            return task(text.substring(2));
        }
        if (text.contains(" tests completed, ") || text.contains(" test completed, ")) {
            return totals(text);
        }
        if (text.endsWith(" FAILED") && text.contains(" > ")) {
            return test(text);
        }
        if (text.startsWith("Build file '")) {
            return script(text);
        }
        return Located.in(text).map(GradleRecognizer::located).orElseGet(() -> symbol(line));
    }

    private static List<Signal> task(String text) {
        if (text.startsWith("Task :") && text.endsWith(" FAILED")) {
            String task = Pieces.firstWord(text.substring("Task ".length()));
            String name = task.substring(task.lastIndexOf(':') + 1);
            boolean toldBelow =
                    name.startsWith("compile") || name.toLowerCase(Locale.ROOT).contains("test");
            return toldBelow
                    ? List.of(new Signal.Announced(Tool.GRADLE))
                    : problem(ProblemKind.BUILD_ERROR, Subject.of(task), text);
        }
        if (text.startsWith("Could not find ") || text.startsWith("Could not resolve ")) {
            String what = Pieces.after(text.substring("Could not ".length()), " ");
            boolean artifact = what.indexOf(':') > 0 && what.indexOf(' ') < 0;
            return artifact
                    ? problem(ProblemKind.MISSING_DEPENDENCY, Subject.of(what), text)
                    : List.of();
        }
        if (text.startsWith("Could not GET ") || text.startsWith("Could not HEAD ")) {
            return problem(ProblemKind.NETWORK, "artifact repository", text);
        }
        return text.startsWith("Task :") ? List.of(new Signal.Announced(Tool.GRADLE)) : List.of();
    }

    private static List<Signal> totals(String text) {
        int failed = Pieces.numberBefore(text, " failed");
        int skipped = Pieces.numberBefore(text, " skipped");
        int passed = Math.max(0, Pieces.leadingNumber(text) - failed - skipped);
        return List.of(new Signal.Totals(Tool.GRADLE, passed, failed));
    }

    /// `CalcTest > adds() FAILED`
    private static List<Signal> test(String text) {
        String name = text.substring(0, text.length() - " FAILED".length());
        return problem(
                ProblemKind.TEST_FAILURE,
                Subject.of(name.replace(" > ", ".").replace("()", "")),
                text);
    }

    /// `Build file '/home/ann/app/build.gradle' line: 12`
    private static List<Signal> script(String text) {
        Place place = new Place(Pieces.quoted(text), Pieces.numberAfter(text, "line:"));
        return List.of(
                new Signal.Problem(
                        Tool.GRADLE,
                        ProblemKind.BUILD_ERROR,
                        Subject.of(place.name()),
                        Subject.message(text),
                        place));
    }

    private static List<Signal> located(Located located) {
        if (!located.place().isOf("java", "kt", "kts", "groovy", "scala", "gradle")) {
            return List.of();
        }
        Diagnosis diagnosis = Diagnosis.of(located.rest());
        boolean kotlinError = located.lead().equals("e:");
        boolean kotlinWarning = located.lead().equals("w:");
        if (kotlinError || diagnosis.level() == Diagnosis.Level.ERROR) {
            return List.of(Javac.error(Tool.GRADLE, diagnosis.message(), located.place()));
        }
        if (kotlinWarning || diagnosis.level() == Diagnosis.Level.WARNING) {
            return List.of(Javac.warning(Tool.GRADLE, diagnosis.message(), located.place()));
        }
        // The second line of a failed test: what was thrown, and where.
        boolean thrown = located.rest().isEmpty() && located.lead().endsWith(" at");
        return thrown ? List.of(new Signal.Detail(Tool.GRADLE, "", located.place())) : List.of();
    }

    private static List<Signal> symbol(Line line) {
        return line.tool() == Tool.GRADLE
                ? Javac.symbol(Tool.GRADLE, line, line.text())
                : List.of();
    }

    private static List<Signal> problem(ProblemKind kind, String subject, String message) {
        return List.of(
                new Signal.Problem(
                        Tool.GRADLE, kind, subject, Subject.message(message), Place.UNKNOWN));
    }
}
