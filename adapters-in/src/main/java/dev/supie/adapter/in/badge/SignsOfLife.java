package dev.supie.adapter.in.badge;

import dev.supie.application.connection.BadgeRequest.Activity;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

/// Which signs of life are worth telling the core: of each kind one a [#SPACING]. The core counts
/// idle time in tens of seconds, while a badge sends sixteen audio packets a second, and a hostile
/// one any number of pings. For the one thread that reads from the badge.
final class SignsOfLife {

    static final Duration SPACING = Duration.ofSeconds(1);

    private final Map<Activity.Kind, Instant> told = new EnumMap<>(Activity.Kind.class);

    /// Whether to tell this one.
    boolean isNews(Activity.Kind kind, Instant now) {
        Instant last = told.get(kind);
        boolean recent = last != null && !now.isBefore(last) && now.isBefore(last.plus(SPACING));
        if (!recent) {
            told.put(kind, now);
        }
        return !recent;
    }
}
