package dev.supie.bootstrap.conversation;

import dev.supie.adapter.in.http.AccessToken;
import dev.supie.adapter.in.http.HttpSettings;
import dev.supie.domain.connection.DuplicatePolicy;
import dev.supie.domain.connection.DuplicateSettings;
import dev.supie.domain.meeting.MeetingSettings;
import dev.supie.domain.meeting.TermMap;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The configuration keys that a conversation may set, and the defaults for all others.
record StageSettings(Map<String, String> given) {

    private static final String MAX_CONNECTIONS = "server.max_connections";
    private static final String DUPLICATES = "server.duplicate_policy";
    private static final String TOKEN = "server.meeting_api_token";
    private static final String RATE = "meeting.api_rate_limit";
    private static final String PUSH = "meeting.transcript_push_interval_ms";
    private static final String TERMS = "meeting.term_map.*.";
    private static final Set<String> KNOWN = Set.of(MAX_CONNECTIONS, DUPLICATES, TOKEN, RATE, PUSH);

    StageSettings {
        for (String key : given.keySet()) {
            if (!KNOWN.contains(key) && !key.startsWith(TERMS)) {
                throw new IllegalArgumentException("no conversation may set " + key);
            }
        }
    }

    int connectionsMax() {
        return Integer.parseInt(given.getOrDefault(MAX_CONNECTIONS, "10000"));
    }

    DuplicateSettings duplicates() {
        String policy = given.getOrDefault(DUPLICATES, "takeover").toUpperCase(Locale.ROOT);
        return new DuplicateSettings(DuplicatePolicy.valueOf(policy), false);
    }

    MeetingSettings meeting() {
        MeetingSettings usual = MeetingSettings.DEFAULTS;
        return new MeetingSettings(
                pushInterval(usual),
                usual.checkpointInterval(),
                usual.durationMin(),
                usual.resumeWindow(),
                usual.windowCharsMax(),
                usual.notesTokensMax(),
                usual.minutesTokensMax(),
                usual.draftTimeLimit(),
                new TermMap(Map.of("*", terms()), ""));
    }

    private Duration pushInterval(MeetingSettings usual) {
        return Optional.ofNullable(given.get(PUSH))
                .map(millis -> Duration.ofMillis(Long.parseLong(millis)))
                .orElse(usual.pushInterval());
    }

    private Map<String, String> terms() {
        return given.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(TERMS))
                .collect(
                        Collectors.toMap(
                                entry -> entry.getKey().substring(TERMS.length()),
                                Map.Entry::getValue));
    }

    HttpSettings http() {
        return new HttpSettings(
                ZoneOffset.ofHours(8),
                Optional.ofNullable(given.get(TOKEN)).map(AccessToken::new),
                Integer.parseInt(given.getOrDefault(RATE, "10")));
    }
}
