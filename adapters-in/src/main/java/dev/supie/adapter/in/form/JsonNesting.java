package dev.supie.adapter.in.form;

/// How deep JSON is nested, before a parser looks at it: parsers recurse, and some answer depth
/// with something that nobody would expect.
public final class JsonNesting {

    /// Objects and arrays inside each other, as for badges (MSG-2).
    public static final int DEPTH_MAX = 32;

    private JsonNesting() {}

    /// Whether a parser of this text would come deeper than allowed before it finds an end or an
    /// error.
    public static boolean isTooDeep(String json) {
        int depth = 0;
        boolean quoted = false;
        for (int i = 0; i < json.length(); i++) {
            char each = json.charAt(i);
            if (quoted && each == '\\') {
                // Whatever is escaped ends nothing.
                i++;
            } else if (each == '"') {
                quoted = !quoted;
            } else if (!quoted) {
                depth += step(each);
                if (depth > DEPTH_MAX) {
                    return true;
                }
            }
        }
        return false;
    }

    private static int step(char each) {
        return switch (each) {
            case '{', '[' -> 1;
            case '}', ']' -> -1;
            default -> 0;
        };
    }
}
