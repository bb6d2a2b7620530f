package dev.supie.adapter.out.llm;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The words that come up in most sentences, as they were said: Chinese runs of two to six
/// ideographs, English words and pairs of words.
final class Keywords {

    private static final int SENTENCES_MIN = 2;

    /// Shorter words in small letters are mostly common ones.
    private static final int LETTERS_MIN = 4;

    private static final int IDEOGRAPHS_MAX = 6;

    /// Longer runs are rarer and say more, so each further ideograph or word counts for this much.
    private static final double LENGTH_BOOST = 0.6;

    private static final String COUNTING = "二三四五六七八九十百千万两半第几块条点号月天周";

    private final Map<String, Term> terms = new LinkedHashMap<>();

    private Keywords() {}

    private static final class Term {
        private final String text;
        private final List<String> parts;
        private final Word.Kind kind;
        private int sentences;

        Term(String text, List<String> parts, Word.Kind kind) {
            this.text = text;
            this.parts = parts;
            this.kind = kind;
        }

        boolean belongsTo(String language) {
            boolean chinese = kind == Word.Kind.IDEOGRAPH;
            return language.equals("zh") ? chinese || kind == Word.Kind.MIXED : !chinese;
        }

        /// Terms with a part in common are pieces of one longer term, or variants of the same.
        boolean overlaps(Term other) {
            return !Collections.disjoint(parts, other.parts);
        }

        double weight() {
            return sentences * (1 + LENGTH_BOOST * (parts.size() - 1));
        }
    }

    /// Best first, without overlap.
    ///
    /// @param language terms of the other one are left out, save for names such as `OTA`
    static List<String> of(List<Sentence> sentences, String language, int limit) {
        Keywords keywords = new Keywords();
        sentences.forEach(keywords::count);
        List<Term> best =
                keywords.terms.values().stream()
                        .filter(term -> term.sentences >= SENTENCES_MIN)
                        .filter(term -> term.belongsTo(language))
                        .sorted(Comparator.comparingDouble(Term::weight).reversed())
                        .toList();
        return distinct(best, limit);
    }

    private static List<String> distinct(List<Term> best, int limit) {
        List<Term> chosen = new ArrayList<>();
        for (Term term : best) {
            if (chosen.size() < limit && chosen.stream().noneMatch(term::overlaps)) {
                chosen.add(term);
            }
        }
        return chosen.stream().map(term -> term.text).toList();
    }

    private void count(Sentence sentence) {
        Set<String> counted = new HashSet<>();
        List<Word> words = sentence.words();
        for (int i = 0; i < words.size(); i++) {
            int longest = words.get(i).isIdeograph() ? IDEOGRAPHS_MAX : 2;
            int shortest = words.get(i).isIdeograph() ? 2 : 1;
            for (int parts = 1; parts <= longest && i + parts <= words.size(); parts++) {
                if (!isTermWith(words, i, i + parts - 1)) {
                    break;
                }
                if (parts >= shortest) {
                    count(sentence, words.subList(i, i + parts), counted);
                }
            }
        }
    }

    private static boolean isTelling(Word word) {
        boolean common = word.kind() == Word.Kind.LOWER_CASE && word.text().length() < LETTERS_MIN;
        boolean number = word.text().codePoints().noneMatch(Character::isLetter);
        boolean counting = COUNTING.contains(word.text());
        return Tokens.isTelling(word) && !common && !number && !counting;
    }

    private static boolean isTermWith(List<Word> words, int from, int last) {
        Word word = words.get(last);
        if (!isTelling(word) || word.isIdeograph() != words.get(from).isIdeograph()) {
            return false;
        }
        if (last == from) {
            return true;
        }
        Word before = words.get(last - 1);
        int gap = word.start() - before.end();
        boolean adjacent = word.isIdeograph() ? gap == 0 : gap == 1;
        return adjacent && !Tokens.isStopPair(before.text() + word.text());
    }

    private void count(Sentence sentence, List<Word> run, Set<String> counted) {
        String text = sentence.text().substring(run.getFirst().start(), run.getLast().end());
        Word.Kind kind = run.getFirst().kind();
        List<String> parts = run.stream().map(word -> Tokens.stem(word.text())).toList();
        String key = String.join(" ", parts);
        if (counted.add(key)) {
            terms.computeIfAbsent(key, _ -> new Term(text, parts, kind)).sentences++;
        }
    }
}
