package dev.supie.adapter.out.speech.remote;

import java.util.regex.Pattern;

/// The words of one utterance as a 2-pass service tells them: increments of a first guess, and for
/// each sentence a correction that takes the place of all guessed since the last one.
///
/// Takes [SpokenText#CHARS_MAX], and no more. Not safe for use by many threads.
final class FunAsrTranscript {

    /// What some models say about a sentence, such as `<|zh|><|NEUTRAL|>`.
    private static final Pattern TAG = Pattern.compile("<\\|[^|<>]{0,32}\\|>");

    private final StringBuilder corrected = new StringBuilder();
    private final StringBuilder guessed = new StringBuilder();

    /// More of the first guess, exactly as it came: its spaces belong to it.
    void guess(String increment) {
        append(guessed, TAG.matcher(increment).replaceAll(""));
    }

    /// A sentence is certain.
    void correct(String sentence) {
        guessed.setLength(0);
        String clean = SpokenText.clean(TAG.matcher(sentence).replaceAll(""));
        if (needsSpace(corrected, clean)) {
            corrected.append(' ');
        }
        append(corrected, clean);
    }

    /// Whether there are words that no correction has come for.
    boolean isGuessing() {
        return !guessed.toString().isBlank();
    }

    /// Everything there is, the guess at its end.
    String text() {
        String guess = SpokenText.clean(guessed.toString());
        String space = needsSpace(corrected, guess) ? " " : "";
        return SpokenText.clean(corrected + space + guess);
    }

    private void append(StringBuilder target, String text) {
        int room = SpokenText.CHARS_MAX - corrected.length() - guessed.length();
        target.append(text, 0, Math.clamp(room, 0, text.length()));
    }

    /// Chinese has none between its sentences; languages with an alphabet do.
    private static boolean needsSpace(CharSequence before, String after) {
        return !before.isEmpty()
                && !after.isEmpty()
                && !isIdeographic(before.charAt(before.length() - 1))
                && !isIdeographic(after.charAt(0));
    }

    /// Chinese characters and the punctuation between them.
    private static boolean isIdeographic(char letter) {
        Character.UnicodeBlock block = Character.UnicodeBlock.of(letter);
        return Character.isIdeographic(letter)
                || Character.UnicodeBlock.CJK_SYMBOLS_AND_PUNCTUATION.equals(block)
                || Character.UnicodeBlock.HALFWIDTH_AND_FULLWIDTH_FORMS.equals(block);
    }
}
