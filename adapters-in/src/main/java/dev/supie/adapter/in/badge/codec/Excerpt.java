package dev.supie.adapter.in.badge.codec;

/// A few characters of input that may stand in an error message or a log.
final class Excerpt {

    static final int CHARS_MAX = 32;

    private Excerpt() {}

    /// Characters that are invisible, change the direction of text or end a line become `?`.
    static String of(String input) {
        var excerpt = new StringBuilder();
        input.codePoints()
                .limit(CHARS_MAX + 1L)
                .map(codePoint -> isPlain(codePoint) ? codePoint : '?')
                .forEach(excerpt::appendCodePoint);
        if (excerpt.codePointCount(0, excerpt.length()) <= CHARS_MAX) {
            return excerpt.toString();
        }
        return excerpt.substring(0, excerpt.offsetByCodePoints(0, CHARS_MAX)) + "…";
    }

    private static boolean isPlain(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    false;
            default -> true;
        };
    }
}
