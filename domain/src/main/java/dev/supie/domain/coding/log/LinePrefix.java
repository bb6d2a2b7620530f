package dev.supie.domain.coding.log;

/// What others than the build tool put in front of its lines: times, and the name of the container
/// or job in front of a bar, as in `2026-05-01T10:00:00Z`, `[10:00:00]` and `web-1 | `.
final class LinePrefix {

    /// The longest time has a date, nanoseconds, a zone and brackets.
    private static final int TOKEN_MAX = 40;

    private LinePrefix() {}

    /// The line without any of them, however many there are.
    static String removed(String line) {
        int from = 0;
        int next = after(line, from);
        while (next > from) {
            from = next;
            next = after(line, from);
        }
        return line.substring(from);
    }

    private static int after(String line, int from) {
        int end = tokenEnd(line, from);
        String token = line.substring(from, end);
        if (isTime(bare(token)) || isJob(line, token, end)) {
            boolean job = line.startsWith(" | ", end) && !isTime(bare(token));
            return Math.min(end + (job ? 3 : 1), line.length());
        }
        if (isDate(bare(token)) && end < line.length()) {
            int second = tokenEnd(line, end + 1);
            return isTime(bare(line.substring(end + 1, second)))
                    ? Math.min(second + 1, line.length())
                    : from;
        }
        return from;
    }

    private static int tokenEnd(String line, int from) {
        int limit = Math.min(line.length(), from + TOKEN_MAX);
        int end = from;
        while (end < limit && line.charAt(end) != ' ') {
            end++;
        }
        return end;
    }

    private static String bare(String token) {
        int from = token.startsWith("[") ? 1 : 0;
        int end = token.endsWith("]") ? token.length() - 1 : token.length();
        return token.substring(from, Math.max(from, end));
    }

    /// Two colons between digits. `12:5` is a place in a source.
    private static boolean isTime(String token) {
        return count(token, ':') >= 2 && digits(token) >= 5 && isOf(token, "-:.,+TZ");
    }

    private static boolean isDate(String token) {
        boolean separated = count(token, '-') == 2 || count(token, '/') == 2;
        return separated && digits(token) == 8 && isOf(token, "-/");
    }

    /// Numbers in front of a bar are those of lines in a source.
    private static boolean isJob(String line, String token, int end) {
        return line.startsWith(" | ", end)
                && !token.isEmpty()
                && Character.isLetter(token.charAt(0))
                && token.chars()
                        .allMatch(c -> Character.isLetterOrDigit(c) || "-_.".indexOf(c) >= 0);
    }

    private static boolean isOf(String token, String marks) {
        return token.chars().allMatch(c -> isDigit(c) || marks.indexOf(c) >= 0);
    }

    private static long digits(String token) {
        return token.chars().filter(LinePrefix::isDigit).count();
    }

    private static long count(String token, char wanted) {
        return token.chars().filter(c -> c == wanted).count();
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }
}
