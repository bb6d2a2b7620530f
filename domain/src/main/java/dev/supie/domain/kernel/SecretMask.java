package dev.supie.domain.kernel;

import java.util.List;
import java.util.Locale;

/// Takes secrets out of a line before anybody keeps it, reads it or sends it to a model: values of
/// keys that sound secret, credentials in addresses, and tokens that are known by how they begin.
/// Names of files and of tests stay, `TokenStore.java:12` and `test_password` are no secrets.
/// Masking twice changes nothing. One pass.
public final class SecretMask {

    static final String MASK = "***";

    /// Their values are secret whatever they look like.
    private static final List<String> STRONG =
            List.of(
                    "password",
                    "passwd",
                    "passphrase",
                    "authorization",
                    "api_key",
                    "api-key",
                    "apikey",
                    "access_key",
                    "access-key",
                    "accesskey",
                    "private_key",
                    "private-key",
                    "密码");

    /// Their values are secret if they look so.
    private static final List<String> WEAK = List.of("token", "secret", "credential", "pwd");

    private static final List<String> SCHEMES = List.of("bearer", "basic", "token");

    /// A key may stand in front of every other word, so nothing may be read to the end for each.
    private static final int PEEKED = 64;

    private final String line;
    private final boolean strict;
    private final StringBuilder out;
    private int at;

    private SecretMask(String line, boolean strict) {
        this.line = line;
        this.strict = strict;
        this.out = new StringBuilder(line.length());
    }

    /// For text of others, in which `unexpected token: identifier` is no secret (COD-2).
    public static String masked(String line) {
        return masked(line, false);
    }

    /// For our own log (LOG-1): what is said to be a token or a secret goes, whatever it looks
    /// like.
    public static String strictlyMasked(String line) {
        return masked(line, true);
    }

    private static String masked(String line, boolean strict) {
        return SecretShapes.isKeyMaterial(line) ? MASK : new SecretMask(line, strict).play();
    }

    private String play() {
        while (at < line.length()) {
            int end = wordEnd(at);
            if (end > at) {
                word(end);
            } else if (line.startsWith("://", at)) {
                address();
            } else {
                out.append(line.charAt(at));
                at++;
            }
        }
        return out.toString();
    }

    private void word(int end) {
        if (SecretShapes.isTokenAt(line, at)) {
            out.append(MASK);
            at = valueEnd(at, line.length());
            return;
        }
        int from = at;
        out.append(line, from, end);
        at = end;
        boolean strong = namesOne(STRONG, from, end);
        if (strong || namesOne(WEAK, from, end)) {
            value(strong, line.startsWith("--", from));
        }
    }

    /// Whether a word has one of these in it. All that is logged goes through here, and nearly no
    /// word of it has: so none is copied for the question.
    private boolean namesOne(List<String> keys, int from, int end) {
        for (int i = from; i < end; i++) {
            char first = Character.toLowerCase(line.charAt(i));
            for (String key : keys) {
                if (key.charAt(0) == first
                        && i + key.length() <= end
                        && line.regionMatches(true, i, key, 0, key.length())) {
                    return true;
                }
            }
        }
        return false;
    }

    /// What stands behind a key, if a sign between says that it is its value.
    private void value(boolean strong, boolean option) {
        int sign = skip(skip(at, "\"'"), " ");
        boolean signed = sign < line.length() && "=:：".indexOf(line.charAt(sign)) >= 0;
        if ((!signed && !option) || isPartOfName(sign)) {
            return;
        }
        int from = signed ? skip(skip(sign + 1, " "), "\"'") : skip(at, " ");
        if (SCHEMES.contains(peeked(from).toLowerCase(Locale.ROOT))) {
            from = skip(from + peeked(from).length(), " ");
        }
        boolean assigned = signed && line.charAt(sign) == '=';
        String value = peeked(from);
        boolean quoted = from > 0 && "\"'".indexOf(line.charAt(from - 1)) >= 0;
        boolean named = strict && (quoted || !isShortWord(value));
        if (!value.isEmpty()
                && (strong || !isCount(value))
                && (strong || option || assigned || named || looksSecret(value))) {
            out.append(line, at, from).append(MASK);
            at = valueEnd(from, line.length());
        }
    }

    /// `TestPassword::rejects` is a name, and `wrongPassword:42` a place.
    private boolean isPartOfName(int sign) {
        if (!line.startsWith(":", sign)) {
            return false;
        }
        int end = sign + 1;
        while (end < line.length() && Character.isDigit(line.charAt(end)) && end - sign <= 6) {
            end++;
        }
        boolean number = end > sign + 1 && end - sign <= 6;
        return line.startsWith("::", sign) || (number && end >= wordEnd(sign + 1));
    }

    /// `https://name:password@host`
    private void address() {
        int from = at + 3;
        int end = from;
        while (end < line.length() && " /@\"'<>".indexOf(line.charAt(end)) < 0) {
            end++;
        }
        out.append("://");
        boolean credentials = end < line.length() && line.charAt(end) == '@' && end > from;
        if (credentials) {
            out.append(MASK);
        }
        at = credentials ? end : from;
    }

    private static boolean looksSecret(String value) {
        return value.length() >= 8 && value.chars().anyMatch(Character::isDigit);
    }

    /// `tokens=812` is how many.
    private static boolean isCount(String value) {
        return value.length() < 8 && value.chars().allMatch(Character::isDigit);
    }

    private static boolean isShortWord(String value) {
        return value.length() < 8 && value.chars().allMatch(Character::isLowerCase);
    }

    /// The beginning of a value, which is enough to judge it.
    private String peeked(int from) {
        return line.substring(from, valueEnd(from, Math.min(line.length(), from + PEEKED)));
    }

    private int wordEnd(int from) {
        int end = from;
        while (end < line.length() && isWord(line.charAt(end))) {
            end++;
        }
        return end;
    }

    private int valueEnd(int from, int limit) {
        int end = from;
        while (end < limit && " \t\r\n\"'`,;&<>(){}".indexOf(line.charAt(end)) < 0) {
            end++;
        }
        return end;
    }

    private int skip(int from, String characters) {
        int end = from;
        while (end < line.length() && characters.indexOf(line.charAt(end)) >= 0) {
            end++;
        }
        return end;
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '-';
    }
}
