package dev.supie.domain.peer;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// Words to look for in a text, in Chinese and English. English words stand alone; Chinese has no
/// spaces to stand between. All words are looked for in one pass that makes no object, because
/// rules read every message and a message may be long.
final class WordList {

    /// What words begin with, sorted, and beside each the words.
    private final char[] firsts;

    private final Word[][] words;

    /// Both in lower case, separated by `|`. An English word begins and ends with a letter or
    /// digit.
    WordList(String chinese, String english) {
        SortedMap<Character, List<Word>> byFirst = new TreeMap<>();
        add(byFirst, chinese, false);
        add(byFirst, english, true);
        firsts = new char[byFirst.size()];
        words = new Word[byFirst.size()][];
        int at = 0;
        for (Map.Entry<Character, List<Word>> entry : byFirst.entrySet()) {
            firsts[at] = entry.getKey();
            words[at] = entry.getValue().toArray(Word[]::new);
            at++;
        }
    }

    private record Word(String text, boolean standsAlone) {

        boolean isIn(String lower, int at) {
            return lower.startsWith(text, at) && !(standsAlone && isInsideWord(lower, at));
        }

        private boolean isInsideWord(String lower, int at) {
            return isWordPart(lower, at - 1) || isWordPart(lower, at + text.length());
        }
    }

    private static void add(
            SortedMap<Character, List<Word>> byFirst, String words, boolean standsAlone) {
        for (String word : words.split("\\|", -1)) {
            byFirst.computeIfAbsent(word.charAt(0), _ -> new ArrayList<>())
                    .add(new Word(word, standsAlone));
        }
    }

    private static boolean isWordPart(String text, int at) {
        if (at < 0 || at >= text.length()) {
            return false;
        }
        char there = text.charAt(at);
        return there < 128 && (Character.isLetterOrDigit(there) || there == '_');
    }

    boolean hasOneIn(String lower) {
        return find(lower) != null;
    }

    /// The one that begins first.
    Optional<String> firstIn(String lower) {
        return Optional.ofNullable(find(lower)).map(Word::text);
    }

    private @Nullable Word find(String lower) {
        for (int at = 0; at < lower.length(); at++) {
            int first = Arrays.binarySearch(firsts, lower.charAt(at));
            if (first >= 0) {
                for (Word word : words[first]) {
                    if (word.isIn(lower, at)) {
                        return word;
                    }
                }
            }
        }
        return null;
    }
}
