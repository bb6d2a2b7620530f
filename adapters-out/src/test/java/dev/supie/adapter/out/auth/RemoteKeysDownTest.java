package dev.supie.adapter.out.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;

import dev.supie.application.access.port.Claim;
import dev.supie.application.access.port.Credential;
import dev.supie.application.access.port.Verdict;
import dev.supie.application.fake.VirtualTime;
import dev.supie.domain.kernel.DeviceId;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// AUTH-2: an issuer that does not publish its keys as it should. No new key is believed, and the
/// last ones go on.
final class RemoteKeysDownTest {

    private static final DeviceId DEVICE = new DeviceId("aa:01");
    private static final String KEYS = TokenServer.keys(Issuer.RSA);

    private final TokenServer server = new TokenServer();
    private final VirtualTime time = Issuer.time();
    private final JwtCheck check =
            JwtCheck.open(Issuer.STRICT, new JwtKey.Remote(server.url()), time, time);

    @AfterEach
    void close() {
        check.close();
        server.close();
    }

    static List<Arguments> troubles() {
        return List.of(
                arguments("500", TokenServer.status(500)),
                arguments("404", TokenServer.status(404)),
                arguments("204", TokenServer.status(204)),
                arguments("cut", TokenServer.broken()),
                arguments("late", TokenServer.late(KEYS)),
                arguments("dripping", TokenServer.dripping(KEYS)),
                arguments("garbage", TokenServer.json("<html>not here</html>")),
                arguments("empty", TokenServer.json("")),
                arguments("no set", TokenServer.json("{\"active\":true}")),
                arguments("huge", TokenServer.json(KEYS + " ".repeat(KeyCache.BYTES_MAX))),
                arguments("too many", TokenServer.json(tooMany())));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("troubles")
    void withoutKeysNobodyIsBelieved(String name, ResponseDefinitionBuilder trouble) {
        server.always(trouble);
        assertInstanceOf(Verdict.Unavailable.class, check(Issuer.RSA), name);
        // Nor is the issuer asked again for each that comes; a cut one is asked twice by the
        // client.
        int asked = server.requests().size();
        assertInstanceOf(Verdict.Unavailable.class, check(Issuer.RSA), name);
        assertEquals(asked, server.requests().size());

        server.always(TokenServer.json(KEYS));
        time.advance(KeyCache.SPACING);
        assertInstanceOf(Verdict.Accepted.class, check(Issuer.RSA), name);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("troubles")
    void lastKeysGoOnForADay(String name, ResponseDefinitionBuilder trouble) {
        server.always(TokenServer.json(KEYS));
        assertInstanceOf(Verdict.Accepted.class, check(Issuer.RSA), name);
        server.always(trouble);
        time.advance(KeyCache.FRESH);
        assertInstanceOf(Verdict.Accepted.class, check(Issuer.RSA), name);
        assertInstanceOf(Verdict.Unavailable.class, check(Issuer.rsa("new")), name);
    }

    @Test
    void afterADayNobodyIsBelieved() {
        server.always(TokenServer.json(KEYS));
        long day = KeyCache.KEPT.toSeconds();
        check(Issuer.RSA, Duration.ofDays(2));
        server.always(TokenServer.status(500));
        time.advance(Duration.ofSeconds(day - 1));
        assertInstanceOf(Verdict.Accepted.class, check(Issuer.RSA, Duration.ofDays(2)));
        time.advance(Duration.ofSeconds(1));
        assertInstanceOf(Verdict.Unavailable.class, check(Issuer.RSA, Duration.ofDays(2)));
    }

    @Test
    void redirectsAreNotFollowed() {
        server.redirecting(TokenServer.json(KEYS));
        assertInstanceOf(Verdict.Unavailable.class, check(Issuer.RSA));
        assertEquals(1, server.requests().size());
    }

    @Test
    void nobodyListens() {
        server.close();
        assertInstanceOf(Verdict.Unavailable.class, check(Issuer.RSA));
    }

    private Verdict check(RSAKey key) {
        return check(key, Duration.ofHours(1));
    }

    private Verdict check(RSAKey key, Duration goodFor) {
        var end = Date.from(Issuer.NOW.plus(goodFor));
        var claims = Issuer.claims("badge:aa:01").expirationTime(end).build();
        var credential = new Credential(Issuer.signed(key, claims));
        return check.check(new Claim(DEVICE, Optional.of(credential)));
    }

    private static String tooMany() {
        return TokenServer.keys(
                IntStream.rangeClosed(0, KeyCache.KEYS_MAX)
                        .mapToObj(i -> new RSAKey.Builder(Issuer.RSA).keyID("key-" + i).build())
                        .toArray(JWK[]::new));
    }
}
