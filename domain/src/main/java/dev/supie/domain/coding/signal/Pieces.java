package dev.supie.domain.coding.signal;

/// Cuts pieces out of lines. Each looks through its text once.
final class Pieces {

    /// Nobody counts more; it keeps sums far from overflow.
    private static final int NUMBER_MAX = 999_999;

    private static final String OPENING = "'\"`‘“「";
    private static final String CLOSING = "'\"'`’”」";

    private Pieces() {}

    /// What stands behind the first `mark`; empty if it is not there.
    static String after(String text, String mark) {
        int at = text.indexOf(mark);
        return at < 0 ? "" : text.substring(at + mark.length());
    }

    /// What stands in front of the first `mark`; everything if it is not there.
    static String before(String text, String mark) {
        int at = text.indexOf(mark);
        return at < 0 ? text : text.substring(0, at);
    }

    /// What stands between the first `open` and the next `close`; empty without `open`.
    static String between(String text, String open, String close) {
        return before(after(text, open), close);
    }

    static String firstWord(String text) {
        return before(text.strip(), " ");
    }

    static String lastWord(String text) {
        String stripped = text.strip();
        return stripped.substring(stripped.lastIndexOf(' ') + 1);
    }

    /// The first piece in quotation marks of any kind; empty without.
    static String quoted(String text) {
        int open = indexOfAny(text, OPENING, 0);
        int close = open < 0 ? -1 : indexOfAny(text, CLOSING, open + 1);
        return close < 0 ? "" : text.substring(open + 1, close);
    }

    /// The number right behind `mark`; 0 without.
    static int numberAfter(String text, String mark) {
        return leadingNumber(after(text, mark).stripLeading());
    }

    /// The number right in front of `mark`, as in `3 failed`; 0 without.
    static int numberBefore(String text, String mark) {
        int at = text.indexOf(mark);
        int end = at;
        while (end > 0 && text.charAt(end - 1) == ' ') {
            end--;
        }
        int from = end;
        while (from > 0 && isDigit(text.charAt(from - 1))) {
            from--;
        }
        return at < 0 ? 0 : leadingNumber(text.substring(from, end));
    }

    static int leadingNumber(String text) {
        int number = 0;
        for (int i = 0; i < text.length() && isDigit(text.charAt(i)); i++) {
            number = Math.min(NUMBER_MAX, number * 10 + text.charAt(i) - '0');
        }
        return number;
    }

    static boolean startsWithDigit(String text) {
        return !text.isEmpty() && isDigit(text.charAt(0));
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static int indexOfAny(String text, String characters, int from) {
        for (int i = from; i < text.length(); i++) {
            if (characters.indexOf(text.charAt(i)) >= 0) {
                return i;
            }
        }
        return -1;
    }
}
