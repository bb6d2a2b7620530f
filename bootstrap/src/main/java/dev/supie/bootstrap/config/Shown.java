package dev.supie.bootstrap.config;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// How a value appears in a message: short, on one line, and without anything secret (CFG-2).
final class Shown {

    /// A longer value is cut.
    static final int CHARS_MAX = 80;

    private static final Pattern REFERENCE =
            Pattern.compile("\\$\\{[A-Za-z_][A-Za-z0-9_]*}|file:.*");

    /// Parts of a key's name that tell a secret, also in a misspelt key nobody knows (LOG-1).
    private static final Set<String> SECRET_PARTS =
            Set.of("key", "token", "secret", "passw", "pwd", "auth", "credential", "bearer");

    private static final Pattern LOOKS_SECRET =
            Pattern.compile(
                    "(?is)^(sk|pk|ghp|xox.)[-_].*|.*bearer .*|.*://[^/]*@.*|.*passw(or)?d=.*");

    private Shown() {}

    /// The value of a known key.
    static String of(Given given, boolean secret) {
        return switch (given) {
            case Given.Text(String value) when secret && !isReference(value) -> Secret.MASK;
            case Given.Text(String value) -> text(value);
            case Given.Nothing() -> "";
            case Given.Items _ -> "[...]";
            case Given.Fields _ -> "{...}";
        };
    }

    /// The value of a key that nobody knows, so what it holds can only be guessed from its name.
    static String ofUnknown(String key, Given given) {
        String name = key.toLowerCase(Locale.ROOT);
        return of(given, SECRET_PARTS.stream().anyMatch(name::contains));
    }

    /// A reference says where the secret is, not what it is.
    static boolean isReference(String value) {
        return REFERENCE.matcher(value).matches();
    }

    private static String text(String value) {
        if (LOOKS_SECRET.matcher(value).matches()) {
            return Secret.MASK;
        }
        int end = Math.min(value.length(), CHARS_MAX);
        if (end > 0 && end < value.length() && Character.isHighSurrogate(value.charAt(end - 1))) {
            end--;
        }
        var line = new StringBuilder();
        value.substring(0, end)
                .codePoints()
                .forEach(
                        point -> line.appendCodePoint(Character.isISOControl(point) ? ' ' : point));
        return end < value.length() ? line.append("...").toString() : line.toString();
    }
}
