package dev.supie.domain.conversation;

import java.util.Locale;
import java.util.Set;

/// Where the first sentence of a text ends that is still being written. Pure.
///
/// An end is believed only once it is seen what comes after it: the dot of `3.` may be one of
/// `3.14`, and a quotation mark belongs to what it closes.
final class SentenceEnd {

    /// No sentence is longer; one that is gets cut at its last comma or space. A badge's screen
    /// shows about as much, and its voice begins only with a whole one.
    static final int CHARS_MAX = 140;

    /// A sentence of less sounds chopped, and goes with the next one. Chinese says in one character
    /// what takes several letters elsewhere.
    static final int WEIGHT_MIN = 12;

    private static final int IDEOGRAPH_WEIGHT = 3;

    private static final String FULL_STOPS = "。！？；…\n";
    private static final String LATIN_STOPS = "!?;";
    private static final String CLOSING = "”’」』）】》)]\"'*_。！？；…!?.";
    private static final String CLAUSE_ENDS = "，、,;:：；—";

    private static final Set<String> ABBREVIATIONS =
            Set.of(
                    "mr", "mrs", "ms", "dr", "prof", "sr", "jr", "st", "vs", "e.g", "i.e", "no",
                    "nr", "fig", "approx", "dept", "est", "inc", "ltd", "co", "corp");

    private SentenceEnd() {}

    /// The length of the first sentence, or 0 if more must be seen.
    static int in(String text) {
        int seen = Math.min(text.length(), CHARS_MAX);
        int weight = 0;
        for (int at = 0; at < seen; at++) {
            weight += Character.isIdeographic(text.charAt(at)) ? IDEOGRAPH_WEIGHT : 1;
            if (mayEnd(text, at)) {
                int end = closed(text, at + 1);
                if (end < text.length() && weight >= WEIGHT_MIN && doesEnd(text, at, end)) {
                    return end;
                }
            }
        }
        return text.length() > CHARS_MAX ? cut(text) : 0;
    }

    private static boolean mayEnd(String text, int at) {
        char mark = text.charAt(at);
        return mark == '.' || FULL_STOPS.indexOf(mark) >= 0 || LATIN_STOPS.indexOf(mark) >= 0;
    }

    /// The end with everything that closes it.
    private static int closed(String text, int from) {
        int end = from;
        while (end < text.length() && end < CHARS_MAX && CLOSING.indexOf(text.charAt(end)) >= 0) {
            end++;
        }
        return end;
    }

    private static boolean doesEnd(String text, int at, int end) {
        char mark = text.charAt(at);
        if (FULL_STOPS.indexOf(mark) >= 0) {
            return true;
        }
        if (!Character.isWhitespace(text.charAt(end))) {
            return Character.isIdeographic(text.charAt(end)) && LATIN_STOPS.indexOf(mark) >= 0;
        }
        return mark != '.' || isStop(text, at, end);
    }

    /// A dot that is followed by white space.
    private static boolean isStop(String text, int at, int end) {
        int next = end;
        while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
            if (text.charAt(next) == '\n') {
                return !isNumbering(text, at);
            }
            next++;
        }
        if (next == text.length() || Character.isLowerCase(text.charAt(next))) {
            return false;
        }
        String word = wordBefore(text, at);
        boolean initial = word.length() == 1 && Character.isUpperCase(word.charAt(0));
        return !initial
                && !isNumbering(text, at)
                && !ABBREVIATIONS.contains(word.toLowerCase(Locale.ROOT));
    }

    private static String wordBefore(String text, int dot) {
        int start = dot;
        while (start > 0 && isOfWord(text.charAt(start - 1))) {
            start--;
        }
        return text.substring(start, dot);
    }

    private static boolean isOfWord(char character) {
        return Character.isLetterOrDigit(character) || character == '.';
    }

    /// `1.` at the beginning of a line numbers what comes.
    private static boolean isNumbering(String text, int dot) {
        int start = dot;
        while (start > 0 && Character.isDigit(text.charAt(start - 1))) {
            start--;
        }
        boolean number = start < dot;
        return number && text.substring(text.lastIndexOf('\n', dot) + 1, start).isBlank();
    }

    /// Of a sentence that is too long.
    private static int cut(String text) {
        int clause = lastMark(text);
        if (clause > CHARS_MAX / 3) {
            return clause;
        }
        int space = text.lastIndexOf(' ', CHARS_MAX - 1);
        if (space > CHARS_MAX / 3) {
            return space + 1;
        }
        return Character.isHighSurrogate(text.charAt(CHARS_MAX - 1)) ? CHARS_MAX - 1 : CHARS_MAX;
    }

    private static int lastMark(String text) {
        for (int at = CHARS_MAX - 1; at > 0; at--) {
            boolean mark = CLAUSE_ENDS.indexOf(text.charAt(at)) >= 0;
            // Not the one of 1,000 or 12:30.
            if (mark && !Character.isDigit(text.charAt(at + 1))) {
                return at + 1;
            }
        }
        return 0;
    }
}
