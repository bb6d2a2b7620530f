package dev.supie.domain.coding.log;

import dev.supie.domain.kernel.SecretMask;

import java.util.ArrayList;
import java.util.List;

/// COD-2: how raw output becomes lines: without colours and control characters, with what a
/// progress bar showed last, without times, without secrets, cut. Blank lines are dropped. The time
/// it takes grows with the length of the text, not with its square.
public final class LogText {

    /// Of one message; of more the last ones are taken, because a verdict comes at the end.
    /// Messages of 64 KiB that people send have fewer.
    public static final int LINES_PER_MESSAGE_MAX = 2000;

    /// What comes after it in a line is not even looked at. It leaves room for a long secret, which
    /// must be seen as a whole to be recognised, in front of the cut.
    static final int LOOKED_AT_MAX = 4096;

    private LogText() {}

    /// The lines of a message, in order, none longer than `charsMax`.
    public static List<String> lines(String text, int charsMax) {
        List<String> lines = new ArrayList<>();
        int end = text.length();
        while (end >= 0 && lines.size() < LINES_PER_MESSAGE_MAX) {
            int start = text.lastIndexOf('\n', end - 1) + 1;
            String line = normalised(text.substring(start, end), charsMax);
            if (!line.isEmpty()) {
                lines.add(line);
            }
            end = start - 1;
        }
        return List.copyOf(lines.reversed());
    }

    /// One line as it is kept; empty if nothing is left of it.
    public static String normalised(String raw, int charsMax) {
        String shown = Terminal.shown(raw);
        String plain = cut(shown, LOOKED_AT_MAX);
        return cut(SecretMask.masked(LinePrefix.removed(plain)), charsMax);
    }

    /// Cut on the boundary of a character.
    static String cut(String text, int charsMax) {
        if (text.length() <= charsMax) {
            return text;
        }
        boolean inside =
                Character.isHighSurrogate(text.charAt(charsMax - 1))
                        && Character.isLowSurrogate(text.charAt(charsMax));
        return text.substring(0, inside ? charsMax - 1 : charsMax).stripTrailing();
    }
}
