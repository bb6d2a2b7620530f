package dev.supie.domain.kernel;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

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

    private static final Beginnings STRONG_KEYS = new Beginnings(STRONG);

    private static final Beginnings KEYS =
            new Beginnings(Stream.concat(STRONG.stream(), WEAK.stream()).toList());

    private static final List<String> SCHEMES = List.of("bearer", "basic", "token");

    /// A key may stand in front of every other word, so nothing may be read to the end for each.
    private static final int PEEKED = 64;

    private final String line;
    private final int limit;
    private final boolean strict;
    private final StringBuilder out;
    private int at;

    /// Up to here the line is in `out`, with its secrets masked.
    private int taken;

    private SecretMask(String line, int from, int limit, boolean strict, StringBuilder out) {
        this.line = line;
        this.limit = limit;
        this.strict = strict;
        this.out = out;
        this.at = from;
        this.taken = from;
    }

    /// For text of others, in which `unexpected token: identifier` is no secret (COD-2).
    public static String masked(String line) {
        var out = new StringBuilder(line.length());
        append(line, 0, line.length(), false, out);
        return out.toString();
    }

    /// For our own log (LOG-1): what is said to be a token or a secret goes, whatever it looks
    /// like. Adds a part of a line to `out`, as if there was nothing before and behind it.
    public static void appendStrictlyMasked(String line, int from, int end, StringBuilder out) {
        append(line, from, end, true, out);
    }

    private static void append(String line, int from, int end, boolean strict, StringBuilder out) {
        if (SecretShapes.isKeyMaterial(line, from, end)) {
            out.append(MASK);
        } else {
            new SecretMask(line, from, end, strict, out).play();
        }
    }

    private void play() {
        while (at < limit) {
            int end = wordEnd(at);
            if (end > at) {
                word(end);
            } else if (line.startsWith("://", at)) {
                address();
            } else {
                at++;
            }
        }
        out.append(line, taken, limit);
    }

    /// Goes on behind `end`.
    private void mask(int from, int end) {
        out.append(line, taken, from).append(MASK);
        taken = end;
        at = end;
    }

    private void word(int end) {
        if (SecretShapes.isTokenAt(line, at, limit)) {
            mask(at, valueEnd(at, limit));
            return;
        }
        int from = at;
        at = end;
        if (namesOne(KEYS, from, end)) {
            value(namesOne(STRONG_KEYS, from, end), line.startsWith("--", from));
        }
    }

    private boolean namesOne(Beginnings keys, int from, int end) {
        for (int i = from; i < end; i++) {
            for (String key : keys.at(Character.toLowerCase(line.charAt(i)))) {
                if (i + key.length() <= end && line.regionMatches(true, i, key, 0, key.length())) {
                    return true;
                }
            }
        }
        return false;
    }

    /// What stands behind a key, if a sign between says that it is its value.
    private void value(boolean strong, boolean option) {
        int sign = skip(skip(at, "\"'"), " ");
        boolean signed = sign < limit && "=:：".indexOf(line.charAt(sign)) >= 0;
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
            mask(from, valueEnd(from, limit));
        }
    }

    /// `TestPassword::rejects` is a name, and `wrongPassword:42` a place.
    private boolean isPartOfName(int sign) {
        if (!line.startsWith(":", sign)) {
            return false;
        }
        int end = sign + 1;
        while (end < limit && Character.isDigit(line.charAt(end)) && end - sign <= 6) {
            end++;
        }
        boolean number = end > sign + 1 && end - sign <= 6;
        return line.startsWith("::", sign) || (number && end >= wordEnd(sign + 1));
    }

    /// `https://name:password@host`
    private void address() {
        int from = at + 3;
        int end = from;
        while (end < limit && " /@\"'<>".indexOf(line.charAt(end)) < 0) {
            end++;
        }
        at = from;
        if (end < limit && line.charAt(end) == '@' && end > from) {
            mask(from, end);
        }
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
        return line.substring(from, valueEnd(from, Math.min(limit, from + PEEKED)));
    }

    private int wordEnd(int from) {
        int end = from;
        while (end < limit && isWord(line.charAt(end))) {
            end++;
        }
        return end;
    }

    private int valueEnd(int from, int last) {
        int end = from;
        while (end < last && " \t\r\n\"'`,;&<>(){}".indexOf(line.charAt(end)) < 0) {
            end++;
        }
        return end;
    }

    private int skip(int from, String characters) {
        int end = from;
        while (end < limit && characters.indexOf(line.charAt(end)) >= 0) {
            end++;
        }
        return end;
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '-';
    }
}
