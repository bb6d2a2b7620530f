package dev.supie.domain.archive;

/// Text as it is compared: without case, and with the wide forms of Latin letters, digits and
/// punctuation (`Ａ`, `１`) as their narrow ones. Every character stays in its place, so a position
/// in the one is a position in the other.
final class SearchText {

    private static final char WIDE_SPACE = '\u3000';
    private static final char WIDE_FIRST = '\uFF01';
    private static final char WIDE_LAST = '\uFF5E';
    private static final int WIDE_OFFSET = WIDE_FIRST - '!';

    private SearchText() {}

    static String of(String text) {
        char[] compared = text.toCharArray();
        for (int i = 0; i < compared.length; i++) {
            compared[i] = compared(compared[i]);
        }
        return new String(compared);
    }

    private static char compared(char each) {
        if (each == WIDE_SPACE) {
            return ' ';
        }
        boolean wide = each >= WIDE_FIRST && each <= WIDE_LAST;
        return Character.toLowerCase(wide ? (char) (each - WIDE_OFFSET) : each);
    }
}
