package dev.supie.adapter.out.llm;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Finds the phrases of a table in a sentence: at each word the longest one that fits, and then on
/// after it, so that a longer phrase hides the shorter ones within. Reads the sentence once.
final class Phrases {

    private final Map<String, List<Phrase>> byFirstWord;

    private Phrases(Map<String, List<Phrase>> byFirstWord) {
        this.byFirstWord = byFirstWord;
    }

    /// A phrase was found: words `from` to before `to`, all in `clause`.
    record Match(Cue cue, int from, int to, int clause) {}

    private record Phrase(Cue cue, List<String> words) {}

    /// Collects a table; each text holds phrases one to a line or between bars.
    static final class Table {
        private static final Pattern SEPARATOR = Pattern.compile("[|\n]");

        private final Map<String, List<Phrase>> byFirstWord = new HashMap<>();

        Table add(Cue cue, String phrases) {
            SEPARATOR.splitAsStream(phrases).forEach(phrase -> put(byFirstWord, cue, phrase));
            return this;
        }

        Table addAll(Map<Cue, String> phrases) {
            phrases.forEach(this::add);
            return this;
        }

        Phrases phrases() {
            return new Phrases(new HashMap<>(byFirstWord));
        }
    }

    /// The same table with a few more phrases. If one is in the table already, that meaning stays.
    Phrases with(Cue cue, Collection<String> phrases) {
        Map<String, List<Phrase>> more = new HashMap<>(byFirstWord);
        phrases.forEach(phrase -> put(more, cue, phrase));
        return new Phrases(more);
    }

    /// Keeps the longest phrase first, and never changes a list that another table may share.
    private static void put(Map<String, List<Phrase>> table, Cue cue, String phrase) {
        List<String> words = Words.of(phrase).stream().map(Word::text).toList();
        if (words.isEmpty()) {
            return;
        }
        List<Phrase> phrases = new ArrayList<>(table.getOrDefault(words.getFirst(), List.of()));
        phrases.add(new Phrase(cue, words));
        phrases.sort((a, b) -> b.words.size() - a.words.size());
        table.put(words.getFirst(), List.copyOf(phrases));
    }

    List<Match> in(List<Word> words) {
        List<Match> matches = new ArrayList<>();
        int i = 0;
        while (i < words.size()) {
            Phrase longest = longestAt(words, i);
            if (longest == null) {
                i++;
                continue;
            }
            int to = i + longest.words.size();
            matches.add(new Match(longest.cue, i, to, words.get(i).clause()));
            i = to;
        }
        return List.copyOf(matches);
    }

    private @Nullable Phrase longestAt(List<Word> words, int index) {
        for (Phrase phrase : byFirstWord.getOrDefault(words.get(index).text(), List.of())) {
            if (fits(phrase.words, words, index)) {
                return phrase;
            }
        }
        return null;
    }

    private static boolean fits(List<String> phrase, List<Word> words, int index) {
        if (index + phrase.size() > words.size()) {
            return false;
        }
        int clause = words.get(index).clause();
        for (int i = 0; i < phrase.size(); i++) {
            Word word = words.get(index + i);
            if (word.clause() != clause || !word.text().equals(phrase.get(i))) {
                return false;
            }
        }
        return true;
    }
}
