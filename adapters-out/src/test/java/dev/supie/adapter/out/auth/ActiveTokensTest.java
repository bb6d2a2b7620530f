package dev.supie.adapter.out.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.supie.adapter.out.auth.IntrospectionAnswer.Active;
import dev.supie.application.fake.VirtualTime;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Optional;

/// AUTH-2: what is remembered of introspected tokens is bounded in number and in time.
final class ActiveTokensTest {

    private static final Active ANSWER = new Active(Optional.of("aa:01"), Optional.empty());
    private static final Duration LONG = Duration.ofDays(1);

    private final VirtualTime time = Issuer.time();
    private final ActiveTokens tokens = new ActiveTokens(time);

    @Test
    void keepsTheNewestTenThousand() {
        for (int i = 0; i <= ActiveTokens.TOKENS_MAX; i++) {
            tokens.add(Digest.of("token " + i), ANSWER, LONG);
        }
        assertEquals(ActiveTokens.TOKENS_MAX, tokens.size());
        assertEquals(Optional.empty(), tokens.find(Digest.of("token 0")));
        assertEquals(Optional.of(ANSWER), tokens.find(Digest.of("token 1")));
    }

    @Test
    void keepsEachForAMinuteAtMost() {
        tokens.add(Digest.of("long"), ANSWER, LONG);
        tokens.add(Digest.of("short"), ANSWER, Duration.ofSeconds(1));
        time.advance(Duration.ofSeconds(1));
        assertEquals(Optional.of(ANSWER), tokens.find(Digest.of("long")));
        assertEquals(Optional.empty(), tokens.find(Digest.of("short")));
        time.advance(Duration.ofSeconds(59));
        assertEquals(Optional.empty(), tokens.find(Digest.of("long")));
    }

    @Test
    void askingDoesNotProlong() {
        tokens.add(Digest.of("token"), ANSWER, LONG);
        for (int i = 0; i < 59; i++) {
            time.advance(Duration.ofSeconds(1));
            assertEquals(Optional.of(ANSWER), tokens.find(Digest.of("token")));
        }
        time.advance(Duration.ofSeconds(1));
        assertEquals(Optional.empty(), tokens.find(Digest.of("token")));
    }
}
