package dev.supie.bootstrap.config;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Finds the key somebody probably meant.
final class Nearest {

    /// Names that other programs use for the same thing.
    private static final Map<String, String> OTHER_WORDS =
            Map.of(
                    "url", "base_url",
                    "endpoint", "base_url",
                    "key", "api_key",
                    "token", "api_key",
                    "host", "ip",
                    "username", "user",
                    "path", "dir",
                    "timeout", "timeout_ms");

    private static final int DISTANCE_MAX = 3;

    private Nearest() {}

    static Optional<String> to(String key, List<String> names) {
        String section = key.substring(0, key.lastIndexOf('.') + 1);
        String last = last(key);
        String otherWord = section + OTHER_WORDS.getOrDefault(last.toLowerCase(Locale.ROOT), "");
        if (!section.isEmpty() && names.contains(otherWord) && !otherWord.equals(section)) {
            return Optional.of(otherWord);
        }
        int limit = Math.clamp(last.length() / 2, 1, DISTANCE_MAX);
        return names.stream()
                .filter(name -> cost(key, name) <= limit)
                .min(Comparator.comparingInt(name -> cost(key, name)));
    }

    /// The right name in the wrong section costs as much as one wrong letter.
    private static int cost(String key, String name) {
        int distance = distance(plain(key), plain(name));
        boolean sameLast = plain(last(key)).equals(plain(last(name)));
        return sameLast ? Math.min(distance, 1) : distance;
    }

    private static String last(String key) {
        return key.substring(key.lastIndexOf('.') + 1);
    }

    private static String plain(String key) {
        return key.toLowerCase(Locale.ROOT).replace("_", "").replace("-", "");
    }

    /// The number of letters to add, drop, change or swap with their neighbour.
    static int distance(String from, String to) {
        int[][] cost = new int[from.length() + 1][to.length() + 1];
        for (int i = 0; i <= from.length(); i++) {
            for (int j = 0; j <= to.length(); j++) {
                cost[i][j] = i == 0 || j == 0 ? i + j : cheapest(cost, from, to, i, j);
            }
        }
        return cost[from.length()][to.length()];
    }

    private static int cheapest(int[][] cost, String from, String to, int i, int j) {
        boolean same = from.charAt(i - 1) == to.charAt(j - 1);
        int change = cost[i - 1][j - 1] + (same ? 0 : 1);
        int best = Math.min(change, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
        boolean swapped =
                i > 1
                        && j > 1
                        && from.charAt(i - 1) == to.charAt(j - 2)
                        && from.charAt(i - 2) == to.charAt(j - 1);
        return swapped ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
    }
}
