package dev.supie.domain.kernel;

import java.util.List;

/// Secrets that are known by their shape, whatever stands in front of them.
final class SecretShapes {

    /// How tokens of well-known services begin.
    private static final Beginnings BEGINNINGS =
            new Beginnings(
                    List.of(
                            "ghp_",
                            "gho_",
                            "ghs_",
                            "ghu_",
                            "github_pat_",
                            "glpat-",
                            "xoxb-",
                            "xoxp-",
                            "xapp-",
                            "AKIA",
                            "ASIA",
                            "AIza",
                            "sk-",
                            "sk_live_",
                            "rk_live_",
                            "npm_",
                            "pypi-",
                            "hvs.",
                            "dop_v1_",
                            "eyJ"));

    /// After the beginning; words that only begin alike are shorter.
    private static final int REST_MIN = 14;

    private static final int LOOKED_AT = 64;

    /// A line of Base64 in a key has 64 characters, its last line fewer.
    private static final int KEY_LINE_MIN = 40;

    private SecretShapes() {}

    /// Whether a token begins here, of which nothing behind `limit` counts. Looks at no more than
    /// [#LOOKED_AT] characters.
    static boolean isTokenAt(String line, int from, int limit) {
        for (String beginning : BEGINNINGS.at(line.charAt(from))) {
            if (line.startsWith(beginning, from)
                    && isRest(line, from + beginning.length(), limit)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isRest(String line, int from, int limit) {
        int last = Math.min(limit, from + LOOKED_AT);
        int end = from;
        boolean digit = false;
        while (end < last && isOfToken(line.charAt(end))) {
            digit |= isDigit(line.charAt(end));
            end++;
        }
        return digit && end - from >= REST_MIN;
    }

    private static boolean isOfToken(char c) {
        return isBase64(c) || c == '-' || c == '_' || c == '.';
    }

    /// Whether this part of a line is one of a private key.
    static boolean isKeyMaterial(String line, int from, int end) {
        boolean digit = false;
        boolean upperCase = false;
        for (int i = from; i < end; i++) {
            char c = line.charAt(i);
            if (!isBase64(c)) {
                return false;
            }
            digit |= isDigit(c);
            upperCase |= c >= 'A' && c <= 'Z';
        }
        return digit && upperCase && end - from >= KEY_LINE_MIN;
    }

    private static boolean isBase64(int c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || isDigit(c)
                || c == '+'
                || c == '/'
                || c == '=';
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }
}
