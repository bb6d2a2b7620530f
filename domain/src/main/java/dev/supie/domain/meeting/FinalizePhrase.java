package dev.supie.domain.meeting;

import java.util.Locale;
import java.util.Set;

/// MTG-6: the spoken ways to end a meeting. Only a piece of speech that consists of nothing else
/// counts, so talking about ending a meeting does not end it.
final class FinalizePhrase {

    private static final Set<String> PHRASES =
            Set.of("结束会议", "停止录制", "开始总结", "出个纪要", "end meeting", "finish meeting");

    private FinalizePhrase() {}

    static boolean isIn(SnippetInput input) {
        if (!input.tag().strip().toLowerCase(Locale.ROOT).equals(SnippetInput.SPEECH)) {
            return false;
        }
        String text = SnippetText.normalised(input.text()).toLowerCase(Locale.ROOT);
        int end = text.length();
        while (end > 0 && !Character.isLetterOrDigit(text.charAt(end - 1))) {
            end--;
        }
        return PHRASES.contains(text.substring(0, end));
    }
}
