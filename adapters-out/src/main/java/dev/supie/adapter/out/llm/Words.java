package dev.supie.adapter.out.llm;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Reads the words of a sentence in one pass; see [Word].
final class Words {

    private static final String CLAUSE_ENDS = ",，;；";

    private static final Map<String, List<String>> SPELLED_OUT =
            Map.ofEntries(
                    Map.entry("won't", List.of("will", "not")),
                    Map.entry("wont", List.of("will", "not")),
                    Map.entry("can't", List.of("can", "not")),
                    Map.entry("cannot", List.of("can", "not")),
                    Map.entry("cant", List.of("can", "not")),
                    Map.entry("dont", List.of("do", "not")),
                    Map.entry("didnt", List.of("did", "not")),
                    Map.entry("havent", List.of("have", "not")),
                    Map.entry("hasnt", List.of("has", "not")),
                    Map.entry("let's", List.of("let", "us")),
                    Map.entry("lets", List.of("let", "us")),
                    Map.entry("gonna", List.of("going", "to")));

    private static final Map<String, String> SHORT_ENDINGS =
            Map.of("'ll", "will", "'re", "are", "'ve", "have", "'m", "am", "'d", "would");

    private final String text;
    private final List<Word> words = new ArrayList<>();
    private int clause;

    private Words(String text) {
        this.text = text;
    }

    static List<Word> of(String sentence) {
        return new Words(sentence).read();
    }

    static boolean isIdeograph(int codePoint) {
        return Character.isIdeographic(codePoint)
                || (codePoint >= '\u3041' && codePoint <= '\u30ff' && codePoint != '\u30fb');
    }

    private List<Word> read() {
        int i = 0;
        while (i < text.length()) {
            int codePoint = text.codePointAt(i);
            int next = i + Character.charCount(codePoint);
            if (isIdeograph(codePoint)) {
                words.add(new Word(text.substring(i, next), i, next, clause, Word.Kind.IDEOGRAPH));
            } else if (Character.isLetterOrDigit(codePoint)) {
                next = endOfWord(next);
                addWord(i, next);
            } else if (CLAUSE_ENDS.indexOf(codePoint) >= 0) {
                clause++;
            } else if (codePoint == ':' || codePoint == '：') {
                words.add(new Word(":", i, next, clause, Word.Kind.COLON));
            }
            i = next;
        }
        return List.copyOf(words);
    }

    private int endOfWord(int from) {
        int end = from;
        while (end < text.length()) {
            int codePoint = text.codePointAt(end);
            if (!isPartOfWord(codePoint, end)) {
                break;
            }
            end += Character.charCount(codePoint);
        }
        return end;
    }

    /// Points and apostrophes belong to a word only between two letters or digits.
    private boolean isPartOfWord(int codePoint, int index) {
        if (isIdeograph(codePoint)) {
            return false;
        }
        if (Character.isLetterOrDigit(codePoint)) {
            return true;
        }
        boolean joint = codePoint == '.' || codePoint == '\'' || codePoint == '’';
        if (!joint || index + 1 >= text.length()) {
            return false;
        }
        int after = text.codePointAt(index + 1);
        return Character.isLetterOrDigit(after) && !isIdeograph(after);
    }

    private void addWord(int start, int end) {
        String written = text.substring(start, end);
        String lower = written.toLowerCase(Locale.ROOT).replace('’', '\'');
        Word.Kind kind = kindOf(written);
        for (String part : spelledOut(lower)) {
            words.add(new Word(part, start, end, clause, kind));
        }
    }

    private static List<String> spelledOut(String lower) {
        List<String> whole = SPELLED_OUT.get(lower);
        if (whole != null) {
            return whole;
        }
        int apostrophe = lower.lastIndexOf('\'');
        if (apostrophe <= 0) {
            return List.of(lower);
        }
        if (lower.endsWith("n't")) {
            return List.of(lower.substring(0, lower.length() - 3), "not");
        }
        String base = lower.substring(0, apostrophe);
        String ending = SHORT_ENDINGS.get(lower.substring(apostrophe));
        return ending == null ? List.of(base) : List.of(base, ending);
    }

    private static Word.Kind kindOf(String written) {
        int first = written.codePointAt(0);
        String rest = written.substring(Character.charCount(first));
        if (rest.codePoints().anyMatch(c -> Character.isUpperCase(c) || Character.isDigit(c))) {
            return Word.Kind.MIXED;
        }
        return Character.isUpperCase(first) ? Word.Kind.CAPITALISED : Word.Kind.LOWER_CASE;
    }
}
