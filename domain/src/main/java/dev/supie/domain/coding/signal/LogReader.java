package dev.supie.domain.coding.signal;

import java.util.List;

/// Reads lines for all tools that are known: the first that understands a line has it.
public final class LogReader {

    /// Those whose lines are easily told from others come first.
    private static final List<Recognizer> RECOGNIZERS =
            List.of(
                    new MavenRecognizer(),
                    new CargoRecognizer(),
                    new GoRecognizer(),
                    new PytestRecognizer(),
                    new JestRecognizer(),
                    new NpmRecognizer(),
                    new GradleRecognizer(),
                    new GccRecognizer(),
                    new CommonRecognizer());

    /// How many lines before a line may matter for it.
    public static final int BEFORE_MAX = Line.BEFORE_MAX;

    private LogReader() {}

    /// What a line says.
    ///
    /// @param before the lines before it, oldest first
    /// @param latest who has written last
    public static List<Signal> read(String text, List<String> before, Tool latest) {
        Line line = new Line(text, before, latest);
        for (Recognizer recognizer : RECOGNIZERS) {
            List<Signal> signals = recognizer.read(line);
            if (!signals.isEmpty()) {
                return signals;
            }
        }
        return List.of();
    }

    /// Something that its sender finds bad, and nobody here understands.
    public static Signal unknown(Tool latest, ProblemKind kind, String text) {
        return new Signal.Problem(latest, kind, "", Subject.message(text), Place.UNKNOWN);
    }
}
