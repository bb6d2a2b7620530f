package dev.supie.domain.task.voice;

import java.util.List;
import java.util.Map;

/// The words of spoken commands, which are configuration (WF-8). In a phrase `{n}` stands for which
/// task, without which it is no command; and every phrase is also understood with which task, or
/// with words that mean nothing, between its own.
///
/// @param negations what keeps a command from being carried out
public record VoicePhrases(Map<VoiceIntent, List<String>> phrases, List<String> negations) {

    /// More ways to say one thing than anybody remembers.
    public static final int PHRASES_MAX = 150;

    /// UTF-16 units of one phrase.
    public static final int CHARS_MAX = 60;

    public static final VoicePhrases DEFAULTS =
            new VoicePhrases(
                    Map.of(
                            VoiceIntent.ASSIGN, usual(VoiceIntent.ASSIGN),
                            VoiceIntent.COMPLETE, usual(VoiceIntent.COMPLETE),
                            VoiceIntent.REFRESH, usual(VoiceIntent.REFRESH)),
                    UsualPhrases.NEGATIONS);

    public VoicePhrases {
        phrases = Map.copyOf(phrases);
        negations = List.copyOf(negations);
    }

    /// What is understood unless the configuration says something else.
    public static List<String> usual(VoiceIntent intent) {
        return switch (intent) {
            case ASSIGN -> UsualPhrases.ASSIGN;
            case COMPLETE -> UsualPhrases.COMPLETE;
            case REFRESH -> UsualPhrases.REFRESH;
        };
    }

    /// What two phrases have in common that nobody can tell apart by hearing them; empty for one
    /// that has no word.
    public static String heard(String phrase) {
        String words = SpokenText.of(phrase.replace(PhrasePattern.PLACE, "")).toString();
        return words.isEmpty() || !phrase.contains(PhrasePattern.PLACE)
                ? words
                : words + PhrasePattern.PLACE;
    }

    /// What is said for this intent.
    public List<String> of(VoiceIntent intent) {
        return phrases.getOrDefault(intent, List.of());
    }
}
