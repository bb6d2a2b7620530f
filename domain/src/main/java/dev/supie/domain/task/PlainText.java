package dev.supie.domain.task;

import dev.supie.domain.kernel.Characters;

import java.util.Optional;

/// What text of a task may consist of. Cleaning twice changes nothing.
final class PlainText {

    private PlainText() {}

    /// A name in raw text; empty if there is none, or if it is too long or unfit.
    static Optional<String> name(String raw, int lengthMax) {
        return Optional.of(raw.strip()).filter(text -> isName(text, lengthMax));
    }

    /// Of the characters that ids of badges have, which are parts of names here.
    static boolean isName(String text, int lengthMax) {
        return !text.isEmpty()
                && text.length() <= lengthMax
                && text.strip().equals(text)
                && text.codePoints().noneMatch(Characters::isControl);
    }

    /// On one line: runs of white space become one space, what is invisible goes.
    static String line(String raw) {
        return Characters.line(raw, PlainText::isVisible);
    }

    /// With its lines as they are, and without what is invisible.
    static String lines(String raw) {
        return Characters.lines(raw, PlainText::isVisible);
    }

    /// Every character of it can be stored, whatever the database.
    static String storable(String text) {
        StringBuilder storable = new StringBuilder(text.length());
        text.codePoints().map(PlainText::storable).forEach(storable::appendCodePoint);
        return storable.toString();
    }

    private static int storable(int codePoint) {
        boolean fine = codePoint != 0 && Character.getType(codePoint) != Character.SURROGATE;
        return fine ? codePoint : 0xFFFD;
    }

    /// Not so is what nobody sees, and what turns the direction of what stands beside it. Joiners
    /// make one sign of several.
    private static boolean isVisible(int codePoint) {
        boolean joiner = codePoint == 0x200C || codePoint == 0x200D;
        return !Characters.isControl(codePoint)
                && (Character.getType(codePoint) != Character.FORMAT || joiner);
    }
}
