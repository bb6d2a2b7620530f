package dev.supie.domain.coding.signal;

import java.util.List;
import java.util.Optional;

/// What the Java and Kotlin compilers say, in English and Chinese, whoever runs them.
final class Javac {

    private Javac() {}

    /// A compile error; if a package is not there it is a missing dependency.
    static Signal.Problem error(Tool tool, String message, Place place) {
        String missing = missingPackage(message);
        return missing.isEmpty()
                ? new Signal.Problem(
                        tool,
                        ProblemKind.COMPILE_ERROR,
                        unresolved(message),
                        Subject.message(message),
                        place)
                : new Signal.Problem(
                        tool,
                        ProblemKind.MISSING_DEPENDENCY,
                        missing,
                        Subject.message(message),
                        place);
    }

    static Signal.Problem warning(Tool tool, String message, Place place) {
        return new Signal.Problem(
                tool, ProblemKind.LINT_WARNING, "", Subject.message(message), place);
    }

    /// The second line of "cannot find symbol" says which: `symbol: class Foo`. It belongs to the
    /// last such message, which need not be the last new one: Maven repeats them all at the end.
    static List<Signal> symbol(Tool tool, Line line, String text) {
        String symbol = symbol(text);
        Optional<Place> place =
                line.nearest(Javac::isAboutSymbol).flatMap(Located::in).map(Located::place);
        return symbol.isEmpty() || place.isEmpty()
                ? List.of()
                : List.of(
                        new Signal.Problem(
                                tool, ProblemKind.COMPILE_ERROR, symbol, "", place.get()));
    }

    private static boolean isAboutSymbol(String text) {
        return text.endsWith("cannot find symbol") || text.endsWith("找不到符号");
    }

    private static String symbol(String text) {
        for (String mark : new String[] {"symbol:", "符号:", "符号："}) {
            if (text.startsWith(mark)) {
                return Subject.of(Pieces.before(Pieces.lastWord(text), "("));
            }
        }
        return "";
    }

    private static String missingPackage(String message) {
        if (message.startsWith("package ") && message.endsWith(" does not exist")) {
            return Subject.of(Pieces.between(message, "package ", " does not exist"));
        }
        boolean chinese = message.startsWith("程序包") && message.endsWith("不存在");
        return chinese ? Subject.of(Pieces.between(message, "程序包", "不存在")) : "";
    }

    /// Kotlin says the name at once, in one of two ways.
    private static String unresolved(String message) {
        String name =
                Pieces.after(message.replace("Unresolved", "unresolved"), "unresolved reference");
        return Subject.of(Pieces.before(name.replace("'", ""), "."));
    }
}
