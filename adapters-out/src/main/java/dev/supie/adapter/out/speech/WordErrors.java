package dev.supie.adapter.out.speech;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// Counts how many words differ between what was said and what was understood: substituted, left
/// out or added. Case and punctuation do not count; "1" for "one" does. For English, and for one
/// thread.
public final class WordErrors {

    private int words;
    private int errors;

    /// Adds one recording; returns its errors.
    public int add(String said, String understood) {
        List<String> expected = words(said);
        int wrong = distance(expected, words(understood));
        words += expected.size();
        errors += wrong;
        return wrong;
    }

    /// How many were said in all recordings.
    public int words() {
        return words;
    }

    public int errors() {
        return errors;
    }

    /// Errors in relation to the words that were said; more than 1 if very much was added.
    public double rate() {
        return words == 0 ? 0 : (double) errors / words;
    }

    /// The words of a text as they are compared.
    public static List<String> words(String text) {
        String plain =
                text.toLowerCase(Locale.ROOT)
                        .replaceAll("['’]", "")
                        .replaceAll("[^a-z0-9]+", " ")
                        .strip();
        return plain.isEmpty() ? List.of() : List.of(plain.split(" "));
    }

    private static int distance(List<String> expected, List<String> actual) {
        int[] above = new int[actual.size() + 1];
        Arrays.setAll(above, index -> index);
        for (int row = 1; row <= expected.size(); row++) {
            int[] current = new int[actual.size() + 1];
            current[0] = row;
            for (int column = 1; column <= actual.size(); column++) {
                boolean same = expected.get(row - 1).equals(actual.get(column - 1));
                int replaced = above[column - 1] + (same ? 0 : 1);
                int either = Math.min(above[column], current[column - 1]) + 1;
                current[column] = Math.min(replaced, either);
            }
            above = current;
        }
        return above[actual.size()];
    }
}
