package dev.supie.domain.conversation;

/// A question and what was said to it, each cut at [#CHARS_MAX].
public record Exchange(String question, String answer) {

    /// Enough to go on from.
    public static final int CHARS_MAX = 600;

    public Exchange {
        question = cut(question, CHARS_MAX);
        answer = cut(answer, CHARS_MAX);
    }

    /// Never between the halves of one character.
    static String cut(String text, int max) {
        if (text.length() <= max) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(max - 1)) ? max - 1 : max);
    }
}
