package dev.supie.adapter.out.llm;

import java.util.List;
import java.util.stream.IntStream;

/// `Frankfurt it is.`: a choice that is called by its name and by nothing else.
final class NamedChoice {

    private NamedChoice() {}

    /// Whether a clause consists of a name, `it` and `is`.
    static boolean in(List<Word> words) {
        return IntStream.range(1, words.size() - 1).anyMatch(i -> isNamed(words, i));
    }

    private static boolean isNamed(List<Word> words, int it) {
        Word name = words.get(it - 1);
        boolean written =
                switch (name.kind()) {
                    case CAPITALISED, MIXED -> true;
                    case IDEOGRAPH, LOWER_CASE, COLON -> false;
                };
        return written
                && Tokens.isTelling(name)
                && words.get(it).text().equals("it")
                && words.get(it + 1).text().equals("is")
                && isClause(words, it - 1, it + 1);
    }

    private static boolean isClause(List<Word> words, int first, int last) {
        int clause = words.get(first).clause();
        return words.get(last).clause() == clause
                && (first == 0 || words.get(first - 1).clause() != clause)
                && (last + 1 == words.size() || words.get(last + 1).clause() != clause);
    }
}
