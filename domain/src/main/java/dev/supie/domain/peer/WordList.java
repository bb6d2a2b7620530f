package dev.supie.domain.peer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Words to look for in a text, in Chinese and English. English words stand alone; Chinese has no
/// spaces to stand between. All words are looked for in one pass, because rules read every message
/// and a message may be long.
final class WordList {

    private final Map<Character, List<Word>> byFirst = new HashMap<>();

    /// Both in lower case, separated by `|`. An English word begins and ends with a letter or digit.
    WordList(String chinese, String english) {
        add(chinese, false);
        add(english, true);
    }

    private record Word(String text, boolean standsAlone) {

        boolean isIn(String lower, int at) {
            return lower.startsWith(text, at) && !(standsAlone && isInsideWord(lower, at));
        }

        private boolean isInsideWord(String lower, int at) {
            return isWordPart(lower, at - 1) || isWordPart(lower, at + text.length());
        }
    }

    private void add(String words, boolean standsAlone) {
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
        for (int at = 0; at < lower.length(); at++) {
            for (Word word : byFirst.getOrDefault(lower.charAt(at), List.of())) {
                if (word.isIn(lower, at)) {
                    return true;
                }
            }
        }
        return false;
    }
}
