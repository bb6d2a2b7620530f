package dev.supie.application.tool;

import dev.supie.domain.kernel.Characters;

/// Texts of tools, which others have written and which may be of any length.
final class ToolText {

    private static final String CUT = " … (cut)";

    private ToolText() {}

    /// The text, or its beginning with a note that there was more. Never half a character.
    static String cut(String text, int max) {
        if (text.length() <= max) {
            return text;
        }
        int end = max - CUT.length();
        if (Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(0, end) + CUT;
    }

    /// On one line, so that nothing that people have said looks like another line of ours.
    static String line(String text, int max) {
        return cut(Characters.line(text, each -> !Characters.isControl(each)), max);
    }
}
