package dev.supie.domain.coding;

import dev.supie.domain.coding.log.LogLine;
import dev.supie.domain.coding.log.LogWindow;

import java.util.BitSet;
import java.util.List;
import java.util.stream.Collectors;

/// COD-4: the part of a log that a model is shown, in the order of the log: up to two thirds are
/// the newest lines that say something, the rest the newest lines of all. A line is shown whole, or
/// not; only the last one may be cut, if it is too long by itself.
final class Excerpt {

    private final List<LogLine> lines;
    private final BitSet chosen = new BitSet();
    private int left;

    private Excerpt(LogWindow window, int charsMax) {
        this.lines = window.lines();
        this.left = charsMax;
    }

    static String of(LogWindow window, int charsMax) {
        Excerpt excerpt = new Excerpt(window, charsMax);
        excerpt.choose(true, charsMax / 3);
        excerpt.choose(false, 0);
        String text =
                excerpt.chosen.stream()
                        .mapToObj(index -> window.lines().get(index).text())
                        .collect(Collectors.joining("\n"));
        return text.isEmpty() && !window.isEmpty()
                ? cut(window.lines().getLast().text(), charsMax)
                : text;
    }

    /// From the newest line on, as long as more than `reserve` characters are left.
    private void choose(boolean notableOnly, int reserve) {
        for (int i = lines.size() - 1; i >= 0; i--) {
            // And the end of the line.
            int size = lines.get(i).text().length() + 1;
            boolean wanted = lines.get(i).notable() || !notableOnly;
            if (wanted && !chosen.get(i)) {
                if (size > left - reserve) {
                    return;
                }
                chosen.set(i);
                left -= size;
            }
        }
    }

    private static String cut(String text, int charsMax) {
        StringBuilder cut = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            int codePoint = text.codePointAt(at);
            at += Character.charCount(codePoint);
            if (at > charsMax) {
                break;
            }
            cut.appendCodePoint(codePoint);
        }
        return cut.toString();
    }
}
