package dev.supie.domain.coding.signal;

import java.util.List;
import java.util.Optional;

/// Jest. The heading of a failure and its place are far apart, with the source between them.
final class JestRecognizer implements Recognizer {

    private static final String HEADING = "● ";

    @Override
    public List<Signal> read(Line line) {
        String text = line.text();
        if (line.startsWith("Tests: ") && text.endsWith(" total")) {
            return sum(text);
        }
        if (line.startsWith("Test Suites: ") && text.endsWith(" total")) {
            Verdict verdict = text.contains(" failed") ? Verdict.FAILED : Verdict.SUCCEEDED;
            return List.of(new Signal.Ended(Tool.JEST, verdict));
        }
        if (isFile(text)) {
            return List.of(new Signal.Announced(Tool.JEST));
        }
        if (line.startsWith(HEADING)) {
            return heading(line);
        }
        if (text.contains("Cannot find module '") && text.contains("' from '")) {
            return problem(
                    ProblemKind.MISSING_DEPENDENCY,
                    Pieces.between(text, "module '", "'"),
                    text,
                    new Place(Pieces.between(text, "' from '", "'"), 0));
        }
        return line.startsWith("at ") && line.tool() == Tool.JEST ? frame(text) : List.of();
    }

    /// A file that cannot even be loaded has no tests, so only the sum of files tells of success.
    private static List<Signal> sum(String text) {
        int failed = Pieces.numberBefore(text, " failed");
        Signal totals = new Signal.Totals(Tool.JEST, Pieces.numberBefore(text, " passed"), failed);
        return failed == 0
                ? List.of(totals)
                : List.of(totals, new Signal.Ended(Tool.JEST, Verdict.FAILED));
    }

    private static boolean isFile(String text) {
        boolean begins = text.startsWith("FAIL ") || text.startsWith("PASS ");
        return begins && Place.isSource(Pieces.firstWord(text.substring("FAIL ".length())));
    }

    /// `● Cart › adds up`; a name without the sign between is a test outside of any group, or no
    /// test.
    private static List<Signal> heading(Line line) {
        String name = line.text().substring(HEADING.length());
        Place file =
                line.nearest(text -> text.startsWith("FAIL "))
                        .map(text -> Pieces.firstWord(text.substring("FAIL ".length())))
                        .filter(Place::isSource)
                        .map(found -> new Place(found, 0))
                        .orElse(Place.UNKNOWN);
        if (name.equals("Test suite failed to run")) {
            return problem(ProblemKind.BUILD_ERROR, file.name(), line.text(), file);
        }
        boolean remark =
                name.startsWith("Console")
                        || name.startsWith("Deprecation Warning")
                        || name.startsWith("Validation Warning");
        return remark
                ? List.of(new Signal.Announced(Tool.JEST))
                : problem(ProblemKind.TEST_FAILURE, name, line.text(), file);
    }

    /// `at Object.<anonymous> (src/cart.test.js:8:20)`; frames of libraries do not help anybody.
    private static List<Signal> frame(String text) {
        Optional<Place> place =
                Located.in(text)
                        .map(Located::place)
                        .filter(found -> !found.file().contains("node_modules"))
                        .filter(found -> !found.file().startsWith("node:"));
        return place.map(found -> List.<Signal>of(new Signal.Detail(Tool.JEST, "", found)))
                .orElse(List.of());
    }

    private static List<Signal> problem(
            ProblemKind kind, String subject, String message, Place place) {
        return List.of(
                new Signal.Problem(
                        Tool.JEST, kind, Subject.of(subject), Subject.message(message), place));
    }
}
