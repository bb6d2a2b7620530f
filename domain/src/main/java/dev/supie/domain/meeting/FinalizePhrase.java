package dev.supie.domain.meeting;

import java.util.Locale;
import java.util.Set;

/// MTG-6: the spoken ways to end a meeting. Only a piece of speech that consists of nothing else
/// but marks counts, so talking about ending a meeting does not end it.
final class FinalizePhrase {

    private static final Set<String> PHRASES =
            Set.of("结束会议", "停止录制", "开始总结", "出个纪要", "end meeting", "finish meeting");

    private FinalizePhrase() {}

    static boolean isIn(SnippetInput input) {
        if (!input.tag().strip().toLowerCase(Locale.ROOT).equals(SnippetInput.SPEECH)) {
            return false;
        }
        String text = SnippetText.normalised(input.text()).toLowerCase(Locale.ROOT);
        int[] words = text.codePoints().toArray();
        int start = 0;
        int end = words.length;
        while (start < end && !Character.isLetterOrDigit(words[start])) {
            start++;
        }
        while (start < end && !Character.isLetterOrDigit(words[end - 1])) {
            end--;
        }
        return PHRASES.contains(new String(words, start, end - start));
    }
}
