package dev.supie.domain.coding.signal;

import java.util.List;

/// The table that eslint prints: a file, under it a line for each remark, at the end a sum; and the
/// sum of the TypeScript compiler, which looks much like it.
final class EslintLines {

    private EslintLines() {}

    static List<Signal> read(Line line) {
        String text = line.text();
        if (line.startsWith("✖ ") && text.contains(" problem")) {
            return sum(Pieces.numberBefore(text, " error"));
        }
        if (line.startsWith("Found ") && text.contains(" error") && text.endsWith(".")) {
            return sum(Pieces.numberAfter(text, "Found "));
        }
        return isRemark(text) ? remark(line) : List.of();
    }

    private static List<Signal> sum(int errors) {
        return errors > 0
                ? List.of(new Signal.Ended(Tool.NPM, Verdict.FAILED))
                : List.of(new Signal.Announced(Tool.NPM));
    }

    /// `12:5 error 'total' is not defined no-undef`
    private static boolean isRemark(String text) {
        String position = Pieces.firstWord(text);
        String column = Pieces.after(position, ":");
        String rest = text.substring(position.length()).strip();
        return Pieces.startsWithDigit(position)
                && Pieces.startsWithDigit(column)
                && column.chars().allMatch(Character::isDigit)
                && (rest.startsWith("error ") || rest.startsWith("warning "));
    }

    private static List<Signal> remark(Line line) {
        String text = line.text();
        String message = Pieces.after(Pieces.after(text, " "), " ");
        String file = line.nearest(before -> isFile(before)).orElse("");
        Place place = file.isEmpty() ? Place.UNKNOWN : new Place(file, Pieces.leadingNumber(text));
        return List.of(
                new Signal.Problem(
                        Tool.NPM, ProblemKind.LINT_WARNING, "", Subject.message(message), place));
    }

    private static boolean isFile(String text) {
        return text.indexOf(' ') < 0 && Place.isSource(text);
    }
}
