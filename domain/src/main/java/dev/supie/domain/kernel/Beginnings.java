package dev.supie.domain.kernel;

import java.util.List;
import java.util.stream.IntStream;

/// Words to look for at every place of a text, found by how they begin: at nearly every place there
/// is none to compare.
final class Beginnings {

    private static final int DRAWERS = 128;

    private final List<List<String>> drawers;

    /// @param words none of them empty
    Beginnings(List<String> words) {
        drawers =
                IntStream.range(0, DRAWERS)
                        .mapToObj(
                                drawer ->
                                        words.stream()
                                                .filter(word -> drawer(word.charAt(0)) == drawer)
                                                .toList())
                        .toList();
    }

    /// All words that begin with `first`, and maybe others.
    List<String> at(char first) {
        return drawers.get(drawer(first));
    }

    private static int drawer(char first) {
        return first % DRAWERS;
    }
}
