package dev.supie.domain.peer;

import dev.supie.domain.kernel.Characters;

import java.util.regex.Pattern;

/// What text of a peer message may consist of. Cleaning twice changes nothing.
final class PeerText {

    private static final Pattern FENCE = Pattern.compile("(?m)^\\s*(```|~~~).*$");

    private PeerText() {}

    /// With its lines, without what is invisible or has no UTF-8.
    static String cleaned(String raw) {
        return Characters.lines(raw, PeerText::isVisible);
    }

    /// On one line and no longer than so many code points; `…` stands for what was cut.
    static String line(String raw, int lengthMax) {
        return cut(Characters.line(raw, PeerText::isVisible), lengthMax);
    }

    /// PEER-4: without the lines that fence code, which models take for the end of their task.
    static String unfenced(String text) {
        return FENCE.matcher(text).replaceAll("").strip();
    }

    /// In characters as people count them.
    static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    private static String cut(String text, int lengthMax) {
        if (length(text) <= lengthMax) {
            return text;
        }
        return text.substring(0, text.offsetByCodePoints(0, lengthMax - 1)).stripTrailing() + "…";
    }

    /// The order of other text must not be turned round by a message.
    private static boolean isVisible(int codePoint) {
        return !Characters.isControl(codePoint)
                && !isBetween(codePoint, 0x202A, 0x202E)
                && !isBetween(codePoint, 0x2066, 0x2069);
    }

    private static boolean isBetween(int codePoint, int first, int last) {
        return codePoint >= first && codePoint <= last;
    }
}
