package dev.supie.domain.meeting;

import java.nio.charset.StandardCharsets;

/// MTG-3: how raw snippet text becomes transcript text. Normalising twice changes nothing.
final class SnippetText {

    /// A longer text is cut on a character boundary.
    static final int BYTES_MAX = 2048;

    private SnippetText() {}

    /// White space runs become one space (none between ideographs), invisible characters go, a
    /// repeated mark stands once, `...` becomes `…`; then the text is cut to the limit.
    static String normalised(String raw) {
        StringBuilder text = new StringBuilder(Math.min(raw.length(), BYTES_MAX));
        boolean spaceWaiting = false;
        for (int i = 0; i < raw.length() && text.length() <= BYTES_MAX; ) {
            int codePoint = raw.codePointAt(i);
            i += Character.charCount(codePoint);
            if (isSpace(codePoint)) {
                spaceWaiting = !text.isEmpty();
            } else if (!isInvisible(codePoint)) {
                append(text, codePoint, spaceWaiting);
                spaceWaiting = false;
            }
        }
        return cut(text.toString());
    }

    private static void append(StringBuilder text, int codePoint, boolean spaceWaiting) {
        int last = text.isEmpty() ? ' ' : text.codePointBefore(text.length());
        if (isMark(codePoint)) {
            if (codePoint == '.' && (last == '.' || last == '…')) {
                text.setLength(text.length() - 1);
                text.append('…');
                return;
            }
            if (codePoint == last) {
                return;
            }
        } else if (spaceWaiting && !(isWide(last) && isWide(codePoint))) {
            text.append(' ');
        }
        text.appendCodePoint(codePoint);
    }

    private static boolean isSpace(int codePoint) {
        return Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint);
    }

    private static boolean isInvisible(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.CONTROL
                || type == Character.SURROGATE
                || codePoint == '\uFEFF'
                || codePoint == '\u00AD'
                || codePoint == '\u200B'
                || codePoint == '\u200E'
                || codePoint == '\u200F'
                || (codePoint >= '\u202A' && codePoint <= '\u202E')
                || (codePoint >= '\u2060' && codePoint <= '\u206F');
    }

    private static boolean isMark(int codePoint) {
        return ".,;:!?…。，；：！？、".indexOf(codePoint) >= 0;
    }

    private static boolean isWide(int codePoint) {
        return Character.isIdeographic(codePoint) || "。，；：！？、“”《》（）".indexOf(codePoint) >= 0;
    }

    private static String cut(String text) {
        int bytes = 0;
        for (int i = 0; i < text.length(); ) {
            int codePoint = text.codePointAt(i);
            bytes +=
                    new String(Character.toChars(codePoint))
                            .getBytes(StandardCharsets.UTF_8)
                            .length;
            if (bytes > BYTES_MAX) {
                return text.substring(0, i).stripTrailing();
            }
            i += Character.charCount(codePoint);
        }
        return text;
    }
}
