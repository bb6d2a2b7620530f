package dev.supie.domain.connection;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// MODE-4: the spoken ways into a mode. Only a text that consists of nothing else counts, whatever
/// its case, spaces and marks, so that talking about a mode does not begin it.
///
/// @param modes by what is said, in letters and digits alone
public record ModePhrases(Map<String, Mode> modes) {

    /// More ways into one mode than anybody remembers.
    public static final int PHRASES_MAX = 50;

    /// Nobody says that much to switch; a longer text is not even looked at.
    public static final int CHARS_MAX = 100;

    public static final ModePhrases DEFAULTS = of(defaults());

    public ModePhrases {
        modes = Map.copyOf(modes);
    }

    /// What is understood unless the configuration says something else.
    private static Map<Mode, List<String>> defaults() {
        return Map.of(
                Mode.WORKING, usual(Mode.WORKING),
                Mode.MEETING, usual(Mode.MEETING),
                Mode.CODING, usual(Mode.CODING),
                Mode.CHAT, usual(Mode.CHAT));
    }

    /// The usual ways into one mode.
    public static List<String> usual(Mode mode) {
        return switch (mode) {
            case WORKING ->
                    List.of(
                            "进入工作模式",
                            "工作模式",
                            "切换到工作模式",
                            "working mode",
                            "enter working mode",
                            "switch to working mode");
            case MEETING ->
                    List.of("开始会议", "会议模式", "start meeting", "start the meeting", "meeting mode");
            case CODING ->
                    List.of(
                            "编码模式",
                            "进入编码模式",
                            "切换到编码模式",
                            "coding mode",
                            "enter coding mode",
                            "switch to coding mode");
            case CHAT ->
                    List.of(
                            "聊天模式",
                            "进入聊天模式",
                            "切换到聊天模式",
                            "chat mode",
                            "enter chat mode",
                            "switch to chat mode");
        };
    }

    /// Of two modes with the same phrase the first one in the order of [Mode] has it.
    public static ModePhrases of(Map<Mode, List<String>> phrases) {
        Map<String, Mode> modes = new LinkedHashMap<>();
        for (Mode mode : Mode.values()) {
            for (String phrase : phrases.getOrDefault(mode, List.of())) {
                modes.putIfAbsent(letters(phrase), mode);
            }
        }
        modes.remove("");
        return new ModePhrases(modes);
    }

    /// The mode that this text asks for.
    public Optional<Mode> askedBy(String text) {
        return text.length() > CHARS_MAX
                ? Optional.empty()
                : Optional.ofNullable(modes.get(letters(text)));
    }

    /// What two phrases have in common that nobody can tell apart by hearing them.
    public static String letters(String phrase) {
        StringBuilder letters = new StringBuilder();
        phrase.toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .forEach(letters::appendCodePoint);
        return letters.toString();
    }
}
