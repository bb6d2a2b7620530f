package dev.supie.domain.coding;

import dev.supie.domain.coding.log.LogLine;
import dev.supie.domain.coding.log.LogWindow;

import java.util.List;
import java.util.Locale;

/// COD-4: advice says something about a log and does not repeat it. An item repeats a line if, word
/// for word and whatever marks stand between,
///
/// - it has the whole line in it, and that is no commonplace: [#LINE_WORDS_MIN] words or more; or
/// - it is itself a part of the line, of as many words; or
/// - the two have [#RUN] words in a row in common, on which nobody hits by chance.
///
/// Each ideograph counts as a word, and so does whatever has no space in it: names of files, tests
/// and symbols are often lines of their own, and may be said.
final class EchoCheck {

    static final int LINE_WORDS_MIN = 3;
    static final int RUN = 8;

    /// Each between two spaces, as are its words.
    private final List<String> lines;

    EchoCheck(LogWindow window) {
        lines =
                window.lines().stream()
                        .map(LogLine::text)
                        .map(EchoCheck::words)
                        .filter(words -> count(words) >= LINE_WORDS_MIN)
                        .distinct()
                        .toList();
    }

    boolean repeats(String item) {
        String words = words(item);
        boolean whole = lines.stream().anyMatch(words::contains);
        boolean part =
                count(words) >= LINE_WORDS_MIN
                        && lines.stream().anyMatch(line -> line.contains(words));
        return whole || part || sharesRun(words);
    }

    private boolean sharesRun(String words) {
        int from = 0;
        int end = after(words, 0, RUN);
        while (end > 0) {
            String run = words.substring(from, end + 1);
            if (lines.stream().anyMatch(line -> line.contains(run))) {
                return true;
            }
            from = words.indexOf(' ', from + 1);
            end = after(words, from, RUN);
        }
        return false;
    }

    /// The space behind as many words; -1 if there are fewer.
    private static int after(String words, int from, int count) {
        int at = from;
        for (int i = 0; i < count && at >= 0; i++) {
            at = words.indexOf(' ', at + 1);
        }
        return at;
    }

    private static long count(String words) {
        return words.chars().filter(c -> c == ' ').count() - 1;
    }

    private static String words(String text) {
        StringBuilder words = new StringBuilder(" ");
        text.toLowerCase(Locale.ROOT).codePoints().forEach(c -> append(words, c));
        if (words.charAt(words.length() - 1) != ' ') {
            words.append(' ');
        }
        return words.toString();
    }

    private static void append(StringBuilder words, int codePoint) {
        boolean between = words.charAt(words.length() - 1) == ' ';
        if (Character.isIdeographic(codePoint)) {
            words.append(between ? "" : " ").appendCodePoint(codePoint).append(' ');
        } else if (Character.isLetterOrDigit(codePoint)) {
            words.appendCodePoint(codePoint);
        } else if (Character.isWhitespace(codePoint) && !between) {
            words.append(' ');
        }
    }
}
