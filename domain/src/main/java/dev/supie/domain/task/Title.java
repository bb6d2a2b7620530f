package dev.supie.domain.task;

import java.util.Optional;

/// What is to be done, on one line (WF-1).
public record Title(String value) {

    /// In characters as people count them, which are code points.
    public static final int LENGTH_MAX = 200;

    public Title {
        if (!isTitle(value) || !PlainText.line(value).equals(value)) {
            throw new IllegalArgumentException("not a title");
        }
    }

    /// The title in raw text; empty if there is none, or if it is too long.
    public static Optional<Title> of(String raw) {
        return Optional.of(PlainText.line(raw)).filter(Title::isTitle).map(Title::new);
    }

    private static boolean isTitle(String text) {
        return !text.isEmpty() && text.codePointCount(0, text.length()) <= LENGTH_MAX;
    }

    @Override
    public String toString() {
        return value;
    }
}
