package dev.supie.domain.kernel;

import java.util.function.IntPredicate;

/// What single characters are good for, and text made of the good ones. Characters are code points.
public final class Characters {

    private Characters() {}

    /// Controls, and what ends a line; half a surrogate pair, too, which has no UTF-8.
    public static boolean isControl(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    true;
            default -> false;
        };
    }

    /// On one line: runs of white space become one space, at both ends they go.
    ///
    /// @param kept of what is no white space
    public static String line(String raw, IntPredicate kept) {
        StringBuilder line = new StringBuilder(raw.length());
        boolean spaceWaiting = false;
        for (int i = 0; i < raw.length(); ) {
            int codePoint = raw.codePointAt(i);
            i += Character.charCount(codePoint);
            if (isSpace(codePoint)) {
                spaceWaiting = !line.isEmpty();
            } else if (kept.test(codePoint)) {
                if (spaceWaiting) {
                    line.append(' ');
                    spaceWaiting = false;
                }
                line.appendCodePoint(codePoint);
            }
        }
        return line.toString();
    }

    /// With its lines and tabs as they are, each line ended by `\n`; without white space at both
    /// ends.
    ///
    /// @param kept of everything else
    public static String lines(String raw, IntPredicate kept) {
        StringBuilder lines = new StringBuilder(raw.length());
        raw.replace("\r\n", "\n")
                .replace('\r', '\n')
                .codePoints()
                .filter(codePoint -> codePoint == '\n' || codePoint == '\t' || kept.test(codePoint))
                .forEach(lines::appendCodePoint);
        return lines.toString().strip();
    }

    private static boolean isSpace(int codePoint) {
        return Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint);
    }
}
