package dev.supie.domain.coding.signal;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Cargo and the Rust compiler. A message and its place are on two lines; the second one, an arrow,
/// makes the problem complete.
final class CargoRecognizer implements Recognizer {

    /// Codes of errors about crates and modules that are not there.
    private static final Set<String> MISSING = Set.of("E0432", "E0433", "E0463", "E0583");

    @Override
    public List<Signal> read(Line line) {
        String text = line.text();
        if (isHeader(text) && (line.startsWith("error[E") || line.tool() == Tool.CARGO)) {
            return header(text);
        }
        if (line.startsWith("--> ")) {
            return arrow(line);
        }
        if (line.startsWith("test ")) {
            return test(text);
        }
        if (line.startsWith("thread '") && text.contains(" panicked at ")) {
            return panic(text);
        }
        return progress(text);
    }

    private static List<Signal> progress(String text) {
        if (text.startsWith("Finished `") || text.startsWith("Finished dev ")) {
            return List.of(new Signal.Ended(Tool.CARGO, Verdict.SUCCEEDED));
        }
        boolean announced =
                text.startsWith("Updating crates.io index")
                        || text.startsWith("Running unittests ")
                        || ((text.startsWith("Compiling ") || text.startsWith("Checking "))
                                && Pieces.lastWord(Pieces.before(text, " (")).startsWith("v"));
        return announced ? List.of(new Signal.Announced(Tool.CARGO)) : List.of();
    }

    private static boolean isHeader(String text) {
        return text.startsWith("error: ")
                || text.startsWith("error[")
                || text.startsWith("warning: ")
                || text.startsWith("warning[");
    }

    private static List<Signal> header(String text) {
        if (text.startsWith("error: could not compile ") || text.startsWith("error: test failed")) {
            return List.of(new Signal.Ended(Tool.CARGO, Verdict.FAILED));
        }
        boolean sum =
                text.startsWith("error: aborting due to ")
                        || (text.startsWith("warning: `") && text.contains(" generated "));
        if (sum) {
            return List.of(new Signal.Announced(Tool.CARGO));
        }
        Signal problem = problem(text, Place.UNKNOWN);
        return isNotFound(Pieces.after(text, ": "))
                ? List.of(problem, new Signal.Ended(Tool.CARGO, Verdict.FAILED))
                : List.of(problem);
    }

    /// The build ends before anything is compiled.
    private static boolean isNotFound(String message) {
        return message.startsWith("no matching package ")
                || message.startsWith("failed to select a version ");
    }

    private static List<Signal> arrow(Line line) {
        Optional<Located> located = Located.in(line.text());
        Optional<String> header = line.nearest(CargoRecognizer::isHeader);
        return located.isPresent() && header.isPresent()
                ? List.of(problem(header.get(), located.get().place()))
                : List.of();
    }

    private static Signal problem(String header, Place place) {
        String message = Pieces.after(header, ": ");
        return new Signal.Problem(
                Tool.CARGO,
                kind(header, message),
                Subject.of(Pieces.between(message, "`", "`")),
                Subject.message(message),
                place);
    }

    private static ProblemKind kind(String header, String message) {
        if (header.startsWith("warning")) {
            return ProblemKind.LINT_WARNING;
        }
        if (isNotFound(message) || MISSING.contains(Pieces.between(header, "[", "]"))) {
            return ProblemKind.MISSING_DEPENDENCY;
        }
        if (message.startsWith("failed to download ") || message.startsWith("failed to get ")) {
            return ProblemKind.NETWORK;
        }
        return message.startsWith("linking with ")
                ? ProblemKind.BUILD_ERROR
                : ProblemKind.COMPILE_ERROR;
    }

    /// `test tests::adds ... FAILED` and `test result: FAILED. 1 passed; 1 failed; …`
    private static List<Signal> test(String text) {
        if (text.startsWith("test result: ")) {
            Verdict verdict = text.startsWith("test result: ok") ? Verdict.PARTLY : Verdict.FAILED;
            return List.of(
                    new Signal.Totals(
                            Tool.CARGO,
                            Pieces.numberBefore(text, " passed"),
                            Pieces.numberBefore(text, " failed")),
                    new Signal.Ended(Tool.CARGO, verdict));
        }
        if (text.endsWith(" ... FAILED")) {
            return List.of(failure(Pieces.between(text, "test ", " ..."), text, Place.UNKNOWN));
        }
        return text.endsWith(" ... ok") ? List.of(new Signal.Announced(Tool.CARGO)) : List.of();
    }

    /// `thread 'tests::adds' panicked at src/lib.rs:12:9:`; newer ones put a number behind the
    /// name.
    private static List<Signal> panic(String text) {
        String name = Pieces.between(text, "thread '", "'");
        Place place = Located.in(text).map(Located::place).orElse(Place.UNKNOWN);
        return List.of(
                name.equals("main")
                        ? new Signal.Problem(
                                Tool.CARGO,
                                ProblemKind.BUILD_ERROR,
                                "panic",
                                Subject.message(text),
                                place)
                        : failure(name, text, place));
    }

    private static Signal failure(String name, String text, Place place) {
        return new Signal.Problem(
                Tool.CARGO,
                ProblemKind.TEST_FAILURE,
                Subject.of(name),
                Subject.message(text),
                place);
    }
}
