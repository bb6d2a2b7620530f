package dev.supie.domain.conversation;

import java.util.ArrayList;
import java.util.List;

/// Cuts an answer into sentences while it is written, in Chinese and in English. Immutable; keeps
/// at most one sentence that is not complete yet.
///
/// @param parts what of it is meant to be said
/// @param pending the beginning of the next sentence
record SentenceStream(SpokenParts parts, String pending) {

    static final SentenceStream EMPTY = new SentenceStream(SpokenParts.BEGINNING, "");

    /// What a piece comes to.
    ///
    /// @param sentences that are complete now, as they were written
    record Cut(SentenceStream next, List<String> sentences) {}

    Cut add(String piece) {
        SpokenParts.Passed passed = parts.pass(piece);
        String text = passed.anew() ? passed.speech() : pending + passed.speech();
        List<String> sentences = new ArrayList<>();
        int from = 0;
        int length = SentenceEnd.in(text);
        while (length > 0) {
            sentences.add(text.substring(from, from + length));
            from += length;
            length = SentenceEnd.in(window(text, from));
        }
        return new Cut(new SentenceStream(passed.next(), text.substring(from)), sentences);
    }

    /// Enough to see the next end, so that a long piece is not copied for each of its sentences.
    private static String window(String text, int from) {
        return text.substring(from, Math.min(text.length(), from + 2 * SentenceEnd.CHARS_MAX));
    }

    /// The answer is over; what is left of it.
    List<String> rest() {
        String text = pending + parts.rest();
        List<String> sentences = new ArrayList<>();
        while (text.length() > SentenceEnd.CHARS_MAX) {
            int length = SentenceEnd.in(text);
            sentences.add(text.substring(0, length));
            text = text.substring(length);
        }
        if (!text.isBlank()) {
            sentences.add(text);
        }
        return sentences;
    }
}
