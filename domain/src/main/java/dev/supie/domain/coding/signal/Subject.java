package dev.supie.domain.coding.signal;

/// Names out of logs. Whoever writes a log may be an attacker, so of a name only letters, digits
/// and a few marks are kept, and it is cut.
final class Subject {

    static final int CHARS_MAX = 80;
    static final int MESSAGE_MAX = 200;

    private static final String MARKS = "_-.:/@$#[]=› ";

    private Subject() {}

    static String of(String raw) {
        StringBuilder name = new StringBuilder();
        raw.codePoints()
                .filter(c -> Character.isLetterOrDigit(c) || MARKS.indexOf(c) >= 0)
                .limit(CHARS_MAX)
                .forEach(name::appendCodePoint);
        return trimmed(name.toString());
    }

    static String message(String raw) {
        StringBuilder message = new StringBuilder();
        raw.strip().codePoints().limit(MESSAGE_MAX).forEach(message::appendCodePoint);
        return message.toString().stripTrailing();
    }

    /// Without the marks of the sentence that it stood in.
    private static String trimmed(String name) {
        int from = 0;
        int end = name.length();
        while (from < end && " :".indexOf(name.charAt(from)) >= 0) {
            from++;
        }
        while (end > from && " :.".indexOf(name.charAt(end - 1)) >= 0) {
            end--;
        }
        return name.substring(from, end);
    }
}
