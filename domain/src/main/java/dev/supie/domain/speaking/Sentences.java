package dev.supie.domain.speaking;

import dev.supie.domain.kernel.Characters;

import java.util.ArrayList;
import java.util.List;

/// What a badge is shown of what is to be said, and what is said aloud of that. Pure.
public final class Sentences {

    /// Of one sentence; a longer one is shown and said in parts. A minute of talk even in Chinese,
    /// and far below what a badge has memory for (T37).
    public static final int CHARS_MAX = 240;

    /// A part is not cut earlier than this, however fine the place.
    private static final int CHARS_MIN = CHARS_MAX / 3;

    private static final String STOPS = ".!?;:。！？；：";
    private static final String PAUSES = ",，、—";

    /// What writing uses to look nice, and nobody pronounces.
    private static final String MARKS = "*_`~|#^<>[]{}\\";

    private static final int DEGREES = '°';

    private Sentences() {}

    /// The text without controls (T38), in parts of at most [#CHARS_MAX] characters; none if there
    /// is nothing to see.
    public static List<String> shown(String text) {
        String rest = Characters.line(text, codePoint -> !Characters.isControl(codePoint));
        List<String> parts = new ArrayList<>();
        while (rest.length() > CHARS_MAX) {
            int end = end(rest);
            parts.add(rest.substring(0, end).strip());
            rest = rest.substring(end).strip();
        }
        if (!rest.isEmpty()) {
            parts.add(rest);
        }
        return parts;
    }

    /// Behind a stop if there is one, else behind a pause, a blank, or wherever no character is
    /// cut.
    private static int end(String text) {
        for (String places : List.of(STOPS, PAUSES, " ")) {
            for (int end = CHARS_MAX; end > CHARS_MIN; end--) {
                if (places.indexOf(text.charAt(end - 1)) >= 0) {
                    return end;
                }
            }
        }
        return Character.isHighSurrogate(text.charAt(CHARS_MAX - 1)) ? CHARS_MAX - 1 : CHARS_MAX;
    }

    /// The text without pictures and typography; empty if there is nothing that could be said.
    public static String aloud(String shown) {
        String aloud =
                Characters.line(
                        spoken(shown),
                        codePoint -> Character.getType(codePoint) != Character.FORMAT);
        return aloud.codePoints().anyMatch(Character::isLetterOrDigit) ? aloud : "";
    }

    private static String spoken(String shown) {
        StringBuilder spoken = new StringBuilder(shown.length());
        shown.codePoints()
                .map(codePoint -> isSpoken(codePoint) ? codePoint : ' ')
                .forEach(spoken::appendCodePoint);
        return spoken.toString();
    }

    private static boolean isSpoken(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.OTHER_SYMBOL -> codePoint == DEGREES;
            case Character.MODIFIER_SYMBOL,
                    Character.ENCLOSING_MARK,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED ->
                    false;
            default -> MARKS.indexOf(codePoint) < 0 && !isVariation(codePoint);
        };
    }

    /// Says how the character before it is drawn.
    private static boolean isVariation(int codePoint) {
        return codePoint >= 0xFE00 && codePoint <= 0xFE0F;
    }
}
