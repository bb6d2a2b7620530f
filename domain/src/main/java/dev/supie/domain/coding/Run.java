package dev.supie.domain.coding;

import dev.supie.domain.coding.log.LogLine;
import dev.supie.domain.coding.log.LogText;
import dev.supie.domain.coding.log.LogWindow;
import dev.supie.domain.coding.signal.Findings;

import java.util.List;

/// What is known of a build.
///
/// @param phase empty if it was not told, as is the step
/// @param findings of all lines since the beginning
public record Run(String phase, String step, LogWindow window, Findings findings) {

    /// Of the name of a phase or step.
    public static final int NAME_CHARS_MAX = 64;

    static final Run EMPTY = new Run("", "", LogWindow.EMPTY, Findings.NONE);

    /// A part of the build begins; without a name it is called by the first line of its text.
    Run inPhase(String name, String text) {
        return new Run(named(name, text), "", window, findings);
    }

    Run atStep(String name, String text) {
        return new Run(phase, named(name, text), window, findings);
    }

    Run with(List<LogLine> newer, Findings next, int linesMax) {
        return new Run(phase, step, window.with(newer, linesMax), next);
    }

    BuildContext context() {
        return BuildContext.of(findings, step);
    }

    private static String named(String name, String text) {
        String given = LogText.normalised(name, NAME_CHARS_MAX);
        List<String> lines = given.isEmpty() ? LogText.lines(text, NAME_CHARS_MAX) : List.of(given);
        return lines.isEmpty() ? "" : lines.getFirst();
    }
}
