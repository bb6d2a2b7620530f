package dev.supie.domain.task.voice;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;

/// A sentence as it is compared: letters and digits alone, in lower case, narrow and simplified.
/// Where words begin and end is kept beside them, because "disclaim" claims nothing, while a
/// recognizer may well write "claimtask" or "认领 任务".
final class SpokenText {

    private final int[] letters;

    /// Whether a word may begin or end before the letter with this number.
    private final boolean[] edges;

    private SpokenText(int[] letters, boolean[] edges) {
        this.letters = letters;
        this.edges = edges;
    }

    static SpokenText of(String text) {
        int[] points =
                Normalizer.normalize(text, Normalizer.Form.NFKC)
                        .toLowerCase(Locale.ROOT)
                        .codePoints()
                        .toArray();
        int[] letters = new int[points.length];
        boolean[] edges = new boolean[points.length + 1];
        int size = 0;
        boolean apart = true;
        for (int point : points) {
            if (Character.isLetterOrDigit(point) || Character.isIdeographic(point)) {
                letters[size] = SpokenForms.simplified(point);
                edges[size] = apart || isSeam(letters, size);
                size++;
                apart = false;
            } else if (!isInsideWords(point)) {
                apart = true;
            }
        }
        edges[size] = true;
        int[] spoken = Arrays.copyOf(letters, size);
        SpokenForms.correct(spoken);
        return new SpokenText(spoken, Arrays.copyOf(edges, size + 1));
    }

    /// Chinese has no spaces, and "task2" is two words.
    private static boolean isSeam(int[] letters, int at) {
        int before = letters[at - 1];
        int after = letters[at];
        return Character.isIdeographic(before)
                || Character.isIdeographic(after)
                || Character.isDigit(before) != Character.isDigit(after);
    }

    /// Apostrophes ("don't"), and the marks of letters that have no form of their own.
    private static boolean isInsideWords(int point) {
        return point == '\''
                || point == '\u2019'
                || Character.getType(point) == Character.NON_SPACING_MARK;
    }

    int size() {
        return letters.length;
    }

    int at(int position) {
        return letters[position];
    }

    boolean isEdge(int position) {
        return edges[position];
    }

    /// Whether these letters stand here, whatever comes before and after.
    boolean has(int[] sought, int from) {
        return from >= 0
                && from + sought.length <= letters.length
                && Arrays.equals(letters, from, from + sought.length, sought, 0, sought.length);
    }

    boolean has(int letter, int position) {
        return position < letters.length && letters[position] == letter;
    }

    /// From here to the next edge; empty at the end, and inside a word.
    String word(int from) {
        if (from >= letters.length || !edges[from]) {
            return "";
        }
        return slice(from, nextEdge(from));
    }

    /// The first edge behind this position, which is not the end.
    int nextEdge(int from) {
        int end = from + 1;
        while (!edges[end]) {
            end++;
        }
        return end;
    }

    int[] points(int from, int end) {
        return Arrays.copyOfRange(letters, from, end);
    }

    String slice(int from, int end) {
        return new String(letters, from, end - from);
    }

    @Override
    public String toString() {
        return slice(0, letters.length);
    }
}
