package dev.supie.bootstrap.config;

import dev.supie.domain.server.StatsToAll;

import java.util.List;

/// `server.stats_to_all`: yes, no, or what the contract calls "true up to 50 devices".
final class StatsToAllKind {

    private static final String AUTO = "auto";

    private StatsToAllKind() {}

    static Kind<StatsToAll> kind() {
        return Texts.choice(List.of(AUTO, "true", "false"))
                .as(StatsToAllKind::meaning, StatsToAllKind::word);
    }

    private static StatsToAll meaning(String word) {
        if (word.equals(AUTO)) {
            return StatsToAll.AUTO;
        }
        return Boolean.parseBoolean(word) ? StatsToAll.ALWAYS : StatsToAll.NEVER;
    }

    private static String word(StatsToAll meaning) {
        return switch (meaning) {
            case AUTO -> AUTO;
            case ALWAYS -> "true";
            case NEVER -> "false";
        };
    }
}
