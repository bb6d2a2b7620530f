package dev.supie.domain.connection;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What is said to the badge itself and is no question for a model (CHAT-2): its name, a goodbye,
/// and the wish that it forgets. Only a text that consists of nothing else counts, whatever its
/// case, spaces and marks.
///
/// @param wakeWords in letters and digits alone, as all of these
public record TalkPhrases(Set<String> wakeWords, Set<String> exitWords, Set<String> forgetWords) {

    /// More ways to say one thing than anybody remembers.
    public static final int PHRASES_MAX = 50;

    /// Nobody says that much to say so little; a longer text is not even looked at.
    public static final int CHARS_MAX = 100;

    /// What stock firmware listens for.
    public static final List<String> USUAL_WAKE_WORDS =
            List.of("你好小智", "小智小智", "嗨小智", "Hi 乐鑫", "Hi ESP", "Hey Xiaozhi", "Jarvis", "Alexa");

    public static final List<String> USUAL_EXIT_WORDS =
            List.of("再见", "拜拜", "退下吧", "goodbye", "good bye", "bye bye", "bye");

    public static final List<String> USUAL_FORGET_WORDS =
            List.of(
                    "忘记我们的对话",
                    "忘掉我们的对话",
                    "忘记我说过的话",
                    "清除记忆",
                    "清空记忆",
                    "forget our conversation",
                    "forget our conversations",
                    "forget everything",
                    "forget what I said",
                    "clear your memory");

    public static final TalkPhrases DEFAULTS =
            of(USUAL_WAKE_WORDS, USUAL_EXIT_WORDS, USUAL_FORGET_WORDS);

    public TalkPhrases {
        wakeWords = Set.copyOf(wakeWords);
        exitWords = Set.copyOf(exitWords);
        forgetWords = Set.copyOf(forgetWords);
    }

    /// What a text is.
    public enum Meaning {
        WAKE,
        EXIT,
        FORGET,
        /// Anything else.
        TALK
    }

    /// @param wakeWords beside the usual ones, which firmware has built in
    public static TalkPhrases of(
            List<String> wakeWords, List<String> exitWords, List<String> forgetWords) {
        Set<String> names = letters(USUAL_WAKE_WORDS);
        names.addAll(letters(wakeWords));
        return new TalkPhrases(names, letters(exitWords), letters(forgetWords));
    }

    private static Set<String> letters(List<String> phrases) {
        Set<String> letters = new HashSet<>();
        phrases.forEach(phrase -> letters.add(ModePhrases.letters(phrase)));
        letters.remove("");
        return letters;
    }

    public Meaning of(String text) {
        if (text.length() > CHARS_MAX) {
            return Meaning.TALK;
        }
        String said = ModePhrases.letters(text);
        if (wakeWords.contains(said)) {
            return Meaning.WAKE;
        }
        if (exitWords.contains(said)) {
            return Meaning.EXIT;
        }
        return forgetWords.contains(said) ? Meaning.FORGET : Meaning.TALK;
    }
}
