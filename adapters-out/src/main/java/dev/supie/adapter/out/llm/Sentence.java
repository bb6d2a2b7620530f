package dev.supie.adapter.out.llm;

import dev.supie.domain.meeting.Note;

import java.util.List;
import java.util.Set;

/// A sentence of the transcript, or a line of the notes so far, and what is known of it.
///
/// @param segment places it in time
/// @param noted it stood in the notes so far, so it was once the best of its window
record Sentence(
        String text,
        long segment,
        boolean noted,
        List<Word> words,
        List<String> tokens,
        Cues cues) {

    private static final String NUMERALS = "二三四五六七八九十百千万";

    private static final Set<String> LEANING_WORDS =
            Set.of("it", "this", "that", "these", "those", "they", "he", "she", "它", "他", "她");

    private static final Set<String> LEANING_PAIRS =
            Set.of("这个", "这样", "这些", "这块", "这里", "那个", "那些", "那块", "那两");

    /// Fewer terms make no statement that can be understood by itself.
    private static final int STATEMENT_TOKENS_MIN = 3;

    boolean isStatement() {
        // What announces the subject becomes the title, and would only say it twice.
        return isRemark() && tokens.size() >= STATEMENT_TOKENS_MIN && cues.topicStart() < 0;
    }

    boolean isRemark() {
        return isTalk() && !cues.question() && !tokens.isEmpty();
    }

    boolean isTalk() {
        return !words.isEmpty() && !cues.filler();
    }

    /// It begins with `it`, `这个` or the like, which stands for something said before.
    boolean leans() {
        if (words.isEmpty()) {
            return false;
        }
        String first = words.getFirst().text();
        String second = words.size() > 1 ? words.get(1).text() : "";
        return LEANING_WORDS.contains(first) || LEANING_PAIRS.contains(first + second);
    }

    boolean hasNumber() {
        return text.codePoints().anyMatch(c -> Character.isDigit(c) || NUMERALS.indexOf(c) >= 0);
    }

    Note note() {
        return new Note(text, segment);
    }
}
