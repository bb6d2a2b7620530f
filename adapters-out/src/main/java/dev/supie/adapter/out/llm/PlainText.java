package dev.supie.adapter.out.llm;

import java.util.regex.Pattern;

/// Text as people see it: no characters that are invisible, that turn the direction of reading or
/// that smuggle instructions past a reader. Pure; linear time.
final class PlainText {

    // What a fence, a code block or a model's own turn marker looks like. A space takes its place,
    // because joining what stood left and right of it could make a new one.
    private static final Pattern MARKERS =
            Pattern.compile("[<>＜＞‹›«»〈〉]{3,}|`{3,}|<\\|[^|]{0,40}\\|>|</?think[a-z]{0,8}>");

    private PlainText() {}

    /// The text on one line, without invisible characters.
    ///
    /// @param charsMax a longer text is cut, on a character boundary
    static String oneLine(String raw, int charsMax) {
        var text = new StringBuilder();
        boolean blank = true;
        for (int i = 0; i < raw.length() && text.length() < charsMax; ) {
            int codePoint = raw.codePointAt(i);
            i += Character.charCount(codePoint);
            if (isSpace(codePoint)) {
                if (!blank) {
                    text.append(' ');
                }
                blank = true;
            } else if (isVisible(codePoint)) {
                text.appendCodePoint(codePoint);
                blank = false;
            }
        }
        return text.toString().strip();
    }

    /// [#oneLine], and nothing in it looks like the frame that a prompt puts round its data.
    static String unframed(String raw, int charsMax) {
        return oneLine(MARKERS.matcher(oneLine(raw, charsMax)).replaceAll(" "), charsMax);
    }

    private static boolean isSpace(int codePoint) {
        return Character.isWhitespace(codePoint)
                || Character.isSpaceChar(codePoint)
                || isBlankLetter(codePoint);
    }

    /// Letters by category, but drawn as nothing: Hangul fillers and the empty Braille pattern.
    private static boolean isBlankLetter(int codePoint) {
        return switch (codePoint) {
            case 0x115F, 0x1160, 0x3164, 0xFFA0, 0x2800 -> true;
            default -> false;
        };
    }

    private static boolean isVisible(int codePoint) {
        return switch (Character.getType(codePoint)) {
            // FORMAT has the zero-width, bidirectional and tag characters.
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED ->
                    false;
            default -> !isVariationSelector(codePoint);
        };
    }

    private static boolean isVariationSelector(int codePoint) {
        return (codePoint >= 0xFE00 && codePoint <= 0xFE0F)
                || (codePoint >= 0xE0100 && codePoint <= 0xE01EF);
    }
}
