package dev.supie.domain.task;

import java.util.Optional;

/// What text of a task may consist of. Cleaning twice changes nothing.
final class PlainText {

    private PlainText() {}

    /// A name in raw text; empty if there is none, or if it is too long or unfit.
    static Optional<String> name(String raw, int lengthMax) {
        return Optional.of(raw.strip()).filter(text -> isName(text, lengthMax));
    }

    static boolean isName(String text, int lengthMax) {
        return !text.isEmpty()
                && text.length() <= lengthMax
                && text.strip().equals(text)
                && text.codePoints().noneMatch(PlainText::isUnfit);
    }

    /// On one line: runs of white space become one space, what is invisible goes.
    static String line(String raw) {
        StringBuilder line = new StringBuilder(raw.length());
        boolean spaceWaiting = false;
        for (int i = 0; i < raw.length(); ) {
            int codePoint = raw.codePointAt(i);
            i += Character.charCount(codePoint);
            if (isSpace(codePoint)) {
                spaceWaiting = !line.isEmpty();
            } else if (!isInvisible(codePoint)) {
                if (spaceWaiting) {
                    line.append(' ');
                    spaceWaiting = false;
                }
                line.appendCodePoint(codePoint);
            }
        }
        return line.toString();
    }

    /// With its lines as they are, and without what is invisible.
    static String lines(String raw) {
        StringBuilder lines = new StringBuilder(raw.length());
        raw.replace("\r\n", "\n")
                .replace('\r', '\n')
                .codePoints()
                .filter(
                        codePoint ->
                                codePoint == '\n' || codePoint == '\t' || !isInvisible(codePoint))
                .forEach(lines::appendCodePoint);
        return lines.toString().strip();
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

    private static boolean isSpace(int codePoint) {
        return Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint);
    }

    /// As in the ids of badges, which are parts of names here; half a pair has no UTF-8.
    private static boolean isUnfit(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    true;
            default -> false;
        };
    }

    /// Nobody sees it, or it turns the direction of what stands beside it. Joiners make one sign of
    /// several.
    private static boolean isInvisible(int codePoint) {
        boolean joiner = codePoint == 0x200C || codePoint == 0x200D;
        return isUnfit(codePoint) || (Character.getType(codePoint) == Character.FORMAT && !joiner);
    }
}
