package dev.supie.adapter.out.auth;

import dev.supie.adapter.out.auth.IntrospectionAnswer.Active;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Tokens that were found active less than a minute ago, by digest (AUTH-2), so that a badge that
/// comes back does not cost a question. At most [#TOKENS_MAX]; then the oldest is forgotten, which
/// costs a question. Safe for use by many threads.
final class ActiveTokens {

    static final Duration KEPT = Duration.ofSeconds(60);
    static final int TOKENS_MAX = 10_000;

    private final InstantSource steady;
    private final Map<Digest, Known> known = new LinkedHashMap<>();

    ActiveTokens(InstantSource steady) {
        this.steady = steady;
    }

    private record Known(Active answer, Instant until) {}

    synchronized Optional<Active> find(Digest token) {
        return Optional.ofNullable(known.get(token))
                .filter(entry -> steady.instant().isBefore(entry.until()))
                .map(Known::answer);
    }

    /// @param rest how long the token is still good; it is not remembered for longer
    synchronized void add(Digest token, Active answer, Duration rest) {
        known.remove(token);
        Instant until = steady.instant().plus(rest.compareTo(KEPT) < 0 ? rest : KEPT);
        known.put(token, new Known(answer, until));
        if (known.size() > TOKENS_MAX) {
            known.remove(known.keySet().iterator().next());
        }
    }

    synchronized int size() {
        return known.size();
    }
}
