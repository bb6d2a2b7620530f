package dev.supie.adapter.in.badge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.supie.adapter.in.network.TrustedProxies;
import dev.supie.adapter.in.websocket.HandshakeDecision;
import dev.supie.adapter.in.websocket.HandshakeDecision.Refuse;
import dev.supie.adapter.in.websocket.HandshakeRequest;
import dev.supie.application.access.Access.Attempt;
import dev.supie.application.access.Access.Decision;
import dev.supie.application.access.port.Principal;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// HS-2: refusals before the upgrade, and what is asked about a handshake.
class BadgeGateTest {

    private final TestTime time = new TestTime();
    private final BadgeLinks links = new BadgeLinks(time);
    private final RecordingConnections core = new RecordingConnections(links);
    private final List<Attempt> attempts = new ArrayList<>();
    private Decision decision = new Decision.Allowed(Principal.ANYBODY);

    private final BadgeEndpoint endpoint =
            new BadgeEndpoint(
                    BadgePaths.STANDARD,
                    new BadgeGate(this::decide, TrustedProxies.of(List.of("10.0.0.2"))),
                    core,
                    links,
                    time,
                    () -> "0a1b2c3d");

    private Decision decide(Attempt attempt) {
        attempts.add(attempt);
        return decision;
    }

    @Test
    void unauthorizedIs401() {
        decision = new Decision.Unauthorized("jwt: it is expired");
        assertEquals(
                new Refuse(
                        401, "a valid credential is needed", Map.of("WWW-Authenticate", "Bearer")),
                handshake("10.0.0.7", Map.of()));
    }

    @Test
    void forbiddenIs403() {
        decision = new Decision.Forbidden("tokens: the token is for other badges");
        assertEquals(new Refuse(403, "not allowed", Map.of()), handshake("10.0.0.7", Map.of()));
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "1000, 1", "1001, 2", "59999, 60", "60000, 60"})
    void tooManyIs429WithWholeSecondsToWait(long millis, String seconds) {
        decision = new Decision.TooMany(Duration.ofMillis(millis));
        assertEquals(
                new Refuse(
                        429,
                        "too many failed attempts, try again later",
                        Map.of("Retry-After", seconds)),
                handshake("10.0.0.7", Map.of()));
    }

    @Test
    void nobodyGetsAPlaceBeforeItIsAllowedIn() {
        decision = new Decision.Unauthorized("no");
        handshake("10.0.0.7", Map.of());
        assertEquals(0, core.count());
    }

    @Test
    void everythingThatCountsIsAsked() {
        assertInstanceOf(
                HandshakeDecision.Accept.class,
                handshake(
                        "10.0.0.7",
                        Map.of(
                                "authorization", List.of("Bearer t"),
                                "origin", List.of("http://a.example"),
                                "host", List.of("b.example:8004"))));
        Attempt attempt = attempts.getFirst();
        assertEquals("aa:01", attempt.claim().device().value());
        assertEquals("t", attempt.claim().credential().orElseThrow().reveal());
        assertEquals(Optional.of("http://a.example"), attempt.origin());
        assertEquals(Optional.of("b.example:8004"), attempt.host());
    }

    @Test
    void twoOriginsAreNoOrigin() {
        handshake("10.0.0.7", Map.of("origin", List.of("null", "http://a.example")));
        assertEquals(Optional.of("null,http://a.example"), attempts.getFirst().origin());
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.7,      '',                   10.0.0.7",
        "10.0.0.7,      203.0.113.9,          10.0.0.7",
        "10.0.0.2,      203.0.113.9,          203.0.113.9",
        "2001:db8::1,   '',                   2001:db8:0:0::/64",
        "2001:db8::2,   '',                   2001:db8:0:0::/64",
        "2001:db8:1::1, '',                   2001:db8:1:0::/64"
    })
    void failuresCountForTheAddressOfTheClient(String peer, String forwarded, String counted) {
        handshake(peer, forwarded.isEmpty() ? Map.of() : forwarded(forwarded));
        assertEquals(counted, attempts.getFirst().address());
    }

    private static Map<String, List<String>> forwarded(String address) {
        return Map.of("x-forwarded-for", List.of(address));
    }

    private HandshakeDecision handshake(String peer, Map<String, List<String>> headers) {
        return endpoint.handshake(
                new HandshakeRequest(
                        "/supie/v1/",
                        Map.of("device-id", List.of("AA:01")),
                        headers,
                        new InetSocketAddress(InetAddress.ofLiteral(peer), 50_000)));
    }
}
