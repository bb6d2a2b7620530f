package dev.supie.adapter.out.llm;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Cuts a paragraph of talk into sentences, each a verbatim piece of it without white space around.
///
/// Reads the text once. Points inside numbers, versions, addresses and abbreviations end nothing.
/// Talk without punctuation is cut at the last comma or space before [#WIDTH_MAX].
final class SentenceSplitter {

    /// The widest sentence; an ideograph is two wide. It keeps every sentence below the limit of a
    /// note, so that what is quoted is quoted whole.
    static final int WIDTH_MAX = 280;

    private static final String WIDE_ENDS = "。！？；\n";
    private static final String NARROW_ENDS = ".!?;";
    private static final String CLOSERS = "”’\"')）】」』》";
    private static final String PAUSES = ",，、：:";
    private static final int NOTHING = -1;

    private static final Set<String> NEVER_LAST =
            Set.of("mr", "mrs", "ms", "dr", "prof", "vs", "e.g", "i.e", "approx");

    /// These end a sentence unless a number follows, as in `No. 5`.
    private static final Set<String> BEFORE_NUMBERS = Set.of("no", "fig", "vol", "rev", "ver");

    /// These end a sentence unless the next word is in lower case.
    private static final Set<String> SOMETIMES_LAST =
            Set.of("etc", "a.m", "p.m", "co", "corp", "inc", "ltd", "min", "max", "sec", "u.s");

    private final String text;
    private final List<String> sentences = new ArrayList<>();
    private int start;
    private int width;
    private int lastPause;

    private SentenceSplitter(String text) {
        this.text = text;
    }

    static List<String> sentences(String text) {
        return new SentenceSplitter(text).split();
    }

    private List<String> split() {
        int i = 0;
        while (i < text.length()) {
            int codePoint = text.codePointAt(i);
            int next = i + Character.charCount(codePoint);
            width += Words.isIdeograph(codePoint) ? 2 : 1;
            if (endsSentence(codePoint, i, next)) {
                next = afterClosers(next);
                close(next);
            } else if (Character.isWhitespace(codePoint) || PAUSES.indexOf(codePoint) >= 0) {
                lastPause = next;
            }
            if (width >= WIDTH_MAX) {
                next = lastPause > start ? lastPause : next;
                close(next);
            }
            i = next;
        }
        close(text.length());
        return List.copyOf(sentences);
    }

    private boolean endsSentence(int codePoint, int index, int next) {
        if (WIDE_ENDS.indexOf(codePoint) >= 0) {
            return true;
        }
        if (NARROW_ENDS.indexOf(codePoint) < 0) {
            return false;
        }
        boolean afterIdeograph = index > 0 && Words.isIdeograph(text.codePointBefore(index));
        if (!afterIdeograph && !isBoundary(next)) {
            return false;
        }
        return codePoint != '.' || afterIdeograph || !isPartOfWord(index, next);
    }

    private boolean isBoundary(int index) {
        if (index >= text.length()) {
            return true;
        }
        int codePoint = text.codePointAt(index);
        return Character.isWhitespace(codePoint)
                || CLOSERS.indexOf(codePoint) >= 0
                || Words.isIdeograph(codePoint);
    }

    private boolean isPartOfWord(int point, int next) {
        int from = point;
        // Longer than any abbreviation, so that a text of one endless word costs no more.
        int limit = Math.max(start, point - 8);
        while (from > limit && isWordPart(text.charAt(from - 1))) {
            from--;
        }
        String word = text.substring(from, point).toLowerCase(Locale.ROOT);
        int ahead = codePointAhead(next);
        if (NEVER_LAST.contains(word)) {
            return ahead != NOTHING;
        }
        if (BEFORE_NUMBERS.contains(word)) {
            return Character.isDigit(ahead);
        }
        if (SOMETIMES_LAST.contains(word)) {
            return Character.isLowerCase(ahead);
        }
        return isNumberOrInitial(word) && text.substring(start, from).isBlank();
    }

    private static boolean isWordPart(char unit) {
        return unit == '.' || (Character.isLetterOrDigit(unit) && !Words.isIdeograph(unit));
    }

    /// `1. Battery` and `J. Smith` are one sentence; `we need 5. Then` and `plan B. Then` are two.
    private static boolean isNumberOrInitial(String word) {
        boolean number = word.length() <= 2 && word.chars().allMatch(Character::isDigit);
        boolean initial = word.length() == 1 && Character.isLetter(word.charAt(0));
        return !word.isEmpty() && (number || initial);
    }

    /// Looks past one space at most: more than one is a boundary in itself.
    private int codePointAhead(int index) {
        int ahead = index < text.length() && text.charAt(index) == ' ' ? index + 1 : index;
        return ahead < text.length() ? text.codePointAt(ahead) : NOTHING;
    }

    private int afterClosers(int index) {
        int end = index;
        while (end < text.length() && isTail(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isTail(char unit) {
        return CLOSERS.indexOf(unit) >= 0
                || WIDE_ENDS.indexOf(unit) >= 0
                || NARROW_ENDS.indexOf(unit) >= 0;
    }

    private void close(int end) {
        String sentence = text.substring(start, end).strip();
        if (!sentence.isEmpty()) {
            sentences.add(sentence);
        }
        start = end;
        lastPause = end;
        width = 0;
    }
}
