package dev.supie.domain.evaluation;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What is left of a text when two of them are compared: the same for wide and narrow, capital and
/// small letters, whatever marks stand between them.
///
/// Chinese is compared by pairs of neighbouring ideographs, which needs no dictionary; other text
/// by words, without those that carry nothing and without common endings.
final class Terms {

    private static final Set<String> EMPTY_WORDS =
            Pattern.compile("\\s+")
                    .splitAsStream(
                            """
                            a an and are as at be been but by do does for from had has have he her his i in is it its
                            me my of on or our out she so that the their them then there they this to up us was we
                            were will with would you your""")
                    .collect(Collectors.toUnmodifiableSet());

    /// Both kinds are told apart, because a pair breaks more easily: another order of the same
    /// words leaves the words whole, but not the pairs where they meet.
    ///
    /// @param words of alphabets, and numbers
    /// @param pairs of ideographs
    record Kinds(Set<String> words, Set<String> pairs) {}

    private Terms() {}

    static Kinds kinds(String text) {
        Set<String> words = new HashSet<>();
        Set<String> pairs = new HashSet<>();
        of(text).forEach(
                        term -> {
                            boolean pair = Character.isIdeographic(term.codePointAt(0));
                            (pair ? pairs : words).add(term);
                        });
        return new Kinds(words, pairs);
    }

    /// A word, or a single ideograph.
    ///
    /// @param joined whether it follows the one before it without anything between
    private record Piece(String text, boolean ideograph, boolean joined) {}

    /// Its words and single ideographs, in order.
    static List<String> sequence(String text) {
        return pieces(text).stream().map(Piece::text).toList();
    }

    /// What it says, without order.
    static Set<String> of(String text) {
        Set<String> terms = new HashSet<>();
        List<Piece> pieces = pieces(text);
        for (int i = 0; i < pieces.size(); i++) {
            Piece piece = pieces.get(i);
            if (!piece.ideograph() && !EMPTY_WORDS.contains(piece.text())) {
                terms.add(stem(piece.text()));
            } else if (piece.ideograph() && piece.joined() && pieces.get(i - 1).ideograph()) {
                terms.add(pieces.get(i - 1).text() + piece.text());
            }
        }
        return Set.copyOf(terms);
    }

    /// The part of `wanted` that is in `given`, from 0 to 1; 0 if nothing is wanted.
    static double share(Set<String> wanted, Set<String> given) {
        long found = wanted.stream().filter(given::contains).count();
        return wanted.isEmpty() ? 0 : (double) found / wanted.size();
    }

    private static List<Piece> pieces(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        List<Piece> pieces = new ArrayList<>();
        int end = 0;
        int i = 0;
        while (i < plain.length()) {
            int codePoint = plain.codePointAt(i);
            int next = i + Character.charCount(codePoint);
            boolean ideograph = Character.isIdeographic(codePoint);
            if (!ideograph && Character.isLetterOrDigit(codePoint)) {
                next = endOfWord(plain, next);
            }
            if (Character.isLetterOrDigit(codePoint)) {
                boolean joined = end == i && !pieces.isEmpty();
                pieces.add(new Piece(plain.substring(i, next), ideograph, joined));
                end = next;
            }
            i = next;
        }
        return pieces;
    }

    private static int endOfWord(String text, int from) {
        int end = from;
        while (end < text.length()) {
            int codePoint = text.codePointAt(end);
            if (!Character.isLetterOrDigit(codePoint) || Character.isIdeographic(codePoint)) {
                return end;
            }
            end += Character.charCount(codePoint);
        }
        return end;
    }

    /// Rough on purpose: `report`, `reports`, `reported` and `reporting` need only end up the same.
    private static String stem(String word) {
        for (String ending : List.of("ing", "ed", "es", "s", "e")) {
            if (word.endsWith(ending) && word.length() >= ending.length() + 3) {
                return word.substring(0, word.length() - ending.length());
            }
        }
        return word;
    }
}
