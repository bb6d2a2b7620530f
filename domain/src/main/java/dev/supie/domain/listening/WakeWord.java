package dev.supie.domain.listening;

import java.util.Locale;
import java.util.Set;

/// CHAT-2: what a badge is called to wake it up. It is no speech for anybody else.
public final class WakeWord {

    /// What stock firmware listens for, without spaces and marks.
    private static final Set<String> WORDS =
            Set.of("你好小智", "小智小智", "嗨小智", "hi乐鑫", "hiesp", "heyxiaozhi", "jarvis", "alexa");

    private WakeWord() {}

    /// Whether the text is nothing else, whatever its case, spaces and marks.
    public static boolean is(String text) {
        StringBuilder letters = new StringBuilder();
        text.toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .forEach(letters::appendCodePoint);
        return WORDS.contains(letters.toString());
    }
}
