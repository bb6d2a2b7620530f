package dev.supie.bootstrap.demo;

import java.util.ArrayList;
import java.util.List;

/// Breaks text into lines between words.
final class Paragraph {

    private Paragraph() {}

    /// Lines of at most so many characters; a word that is longer has a line of its own.
    static List<String> lines(String text, int charsMax) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.strip().split("\\s+", -1)) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > charsMax) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    /// The end of a text that grows at its end, from a word on.
    static String tail(String text, int charsMax) {
        if (text.length() <= charsMax) {
            return text;
        }
        int from = text.indexOf(' ', text.length() - charsMax + 1);
        return "… " + text.substring(from < 0 ? text.length() - charsMax + 2 : from + 1);
    }
}
