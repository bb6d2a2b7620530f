package dev.supie.domain.coding.log;

/// What a terminal would show of a line: escape sequences do something instead of being seen, and a
/// carriage return begins the line anew, as progress bars do. Runs of white space become one space,
/// what is invisible goes.
final class Terminal {

    private static final char ESCAPE = '\u001B';
    private static final char BELL = '\u0007';

    /// ESC [ in one character.
    private static final char CONTROL_SEQUENCE = '\u009B';

    private final String raw;
    private final StringBuilder shown = new StringBuilder();
    private boolean spaceWaiting;
    private boolean returned;

    private Terminal(String raw) {
        this.raw = raw;
    }

    static String shown(String raw) {
        return new Terminal(raw).play();
    }

    private String play() {
        int at = 0;
        while (at < raw.length()) {
            int codePoint = raw.codePointAt(at);
            at =
                    switch (codePoint) {
                        case ESCAPE -> afterEscape(at + 1);
                        case CONTROL_SEQUENCE -> afterSequence(at + 1);
                        default -> {
                            show(codePoint);
                            yield at + Character.charCount(codePoint);
                        }
                    };
        }
        return shown.toString();
    }

    /// A return alone shows nothing: `\r\n` ends a line, and leaves it as it was.
    private void show(int codePoint) {
        if (codePoint == '\r') {
            returned = true;
        } else if (Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint)) {
            spaceWaiting = !shown.isEmpty();
        } else if (!isInvisible(codePoint)) {
            if (returned) {
                shown.setLength(0);
                spaceWaiting = false;
                returned = false;
            }
            if (spaceWaiting) {
                shown.append(' ');
                spaceWaiting = false;
            }
            shown.appendCodePoint(codePoint);
        }
    }

    private int afterEscape(int at) {
        if (at >= raw.length()) {
            return at;
        }
        return switch (raw.charAt(at)) {
            case '[' -> afterSequence(at + 1);
            // Titles and links; they end with a bell or with ESC \, or not at all.
            case ']', 'P', 'X', '^', '_' -> afterString(at + 1);
            // The choice of a character set takes one more character.
            case '(', ')', '*', '+' -> Math.min(at + 2, raw.length());
            case ESCAPE -> at;
            default -> at + 1;
        };
    }

    /// Parameters up to the letter that says what to do.
    private int afterSequence(int from) {
        int at = from;
        while (at < raw.length() && raw.charAt(at) >= ' ' && raw.charAt(at) <= '?') {
            at++;
        }
        boolean ended = at < raw.length() && raw.charAt(at) >= '@' && raw.charAt(at) <= '~';
        return ended ? at + 1 : at;
    }

    private int afterString(int from) {
        for (int at = from; at < raw.length(); at++) {
            char c = raw.charAt(at);
            if (c == BELL) {
                return at + 1;
            }
            if (c == ESCAPE) {
                boolean ended = at + 1 < raw.length() && raw.charAt(at + 1) == '\\';
                return ended ? at + 2 : at;
            }
        }
        return raw.length();
    }

    /// Controls, halves of characters, and what only changes the direction or the spacing of
    /// others.
    private static boolean isInvisible(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.SURROGATE
                || type == Character.UNASSIGNED;
    }
}
