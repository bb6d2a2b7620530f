package dev.supie.adapter.out.auth;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;

import dev.supie.application.access.port.CredentialCheck;
import dev.supie.application.access.port.Verdict;
import dev.supie.application.contract.CredentialCheckContract;
import dev.supie.application.fake.VirtualTime;
import dev.supie.domain.kernel.DeviceId;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;

/// AUTH-2: tokens that another server knows.
final class IntrospectionCheckTest extends CredentialCheckContract {

    private static final String GOOD = "opaque-good+/=token";
    private static final String ACTIVE = "{\"active\":true,\"sub\":\"badge:AA:01\"}";
    private static final DeviceId ELSE = new DeviceId("aa:07");

    private final TokenServer server = new TokenServer();
    private final VirtualTime time = Issuer.time();
    private final IntrospectionCheck check =
            new IntrospectionCheck(
                    new IntrospectionSettings(
                            server.url(), "supie: server", "s%c ret", new SubjectRule("badge:")),
                    time,
                    time);

    @BeforeEach
    void know() {
        server.always(TokenServer.json("{\"active\":false}"));
        server.wireMock()
                .stubFor(
                        post(urlEqualTo("/answer"))
                                .atPriority(1)
                                .withFormParam("token", equalTo(GOOD))
                                .willReturn(TokenServer.json(ACTIVE)));
    }

    @AfterEach
    void close() {
        check.close();
        server.close();
    }

    @Override
    protected CredentialCheck check() {
        return check;
    }

    @Override
    protected String good() {
        return GOOD;
    }

    @Test
    void provesItselfAndSendsTheTokenInTheBody() {
        check.check(claim(DEVICE, GOOD));
        var request = server.requests().getFirst();
        String pair = "supie%3A+server:s%25c+ret";
        assertEquals(
                "Basic "
                        + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)),
                request.getHeader("Authorization"));
        assertEquals(
                "token=opaque-good%2B%2F%3Dtoken&token_type_hint=access_token",
                request.getBodyAsString());
        assertEquals("/answer", request.getUrl());
    }

    @Test
    void yesHoldsForAMinute() {
        assertAccepted(GOOD);
        time.advance(ActiveTokens.KEPT.minusNanos(1));
        assertAccepted(GOOD);
        assertEquals(1, server.requests().size());
        time.advance(Duration.ofNanos(1));
        server.wireMock().resetMappings();
        server.always(TokenServer.json("{\"active\":false}"));
        assertRefused(GOOD);
    }

    @Test
    void yesNeverHoldsLongerThanTheToken() {
        long end = Issuer.NOW.plusSeconds(10).getEpochSecond();
        always(TokenServer.json("{\"active\":true,\"sub\":\"aa:01\",\"exp\":" + end + "}"));
        assertAccepted("short");
        time.advance(Duration.ofSeconds(10).minusNanos(1));
        assertAccepted("short");
        assertEquals(1, server.requests().size());
        time.advance(Duration.ofNanos(1));
        assertRefused("short");
    }

    @Test
    void noIsNotRemembered() {
        assertRefused("later-good");
        always(TokenServer.json(ACTIVE));
        assertAccepted("later-good");
    }

    @Test
    void withoutSubTheServerVouchesForEveryBadge() {
        always(TokenServer.json("{\"active\":true}"));
        assertInstanceOf(Verdict.Accepted.class, check.check(claim(ELSE, "any")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"active\":false,\"sub\":\"aa:01\"}",
                "{\"active\":true,\"sub\":\"aa:01\",\"exp\":1}",
                "{\"active\":true,\"sub\":\"aa:01\",\"exp\":-9000000000000}"
            })
    void noIsANo(String answer) {
        always(TokenServer.json(answer));
        assertRefused("token");
    }

    static List<Arguments> troubles() {
        return List.of(
                arguments("500", TokenServer.status(500)),
                arguments("401", TokenServer.status(401)),
                arguments("201", TokenServer.status(201)),
                arguments("cut", TokenServer.broken()),
                arguments("late", TokenServer.late(ACTIVE)),
                arguments("dripping", TokenServer.dripping(ACTIVE)),
                arguments("garbage", TokenServer.json("<html>")),
                arguments("empty", TokenServer.json("")),
                arguments("a list", TokenServer.json("[" + ACTIVE + "]")),
                arguments("just true", TokenServer.json("true")),
                arguments("no active", TokenServer.json("{\"sub\":\"aa:01\"}")),
                arguments("active is text", TokenServer.json("{\"active\":\"true\"}")),
                arguments("active is one", TokenServer.json("{\"active\":1}")),
                arguments("active is null", TokenServer.json("{\"active\":null}")),
                arguments("sub is no text", TokenServer.json("{\"active\":true,\"sub\":[1]}")),
                arguments("exp is text", TokenServer.json("{\"active\":true,\"exp\":\"x\"}")),
                arguments(
                        "exp is no time",
                        TokenServer.json("{\"active\":true,\"exp\":9000000000000000000}")),
                arguments("huge", TokenServer.json(ACTIVE + " ".repeat(70_000))),
                arguments("deep", TokenServer.json("{\"a\":".repeat(9000) + "1")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("troubles")
    void noAnswerIsANo(String name, ResponseDefinitionBuilder trouble) {
        always(trouble);
        long start = System.nanoTime();
        assertInstanceOf(Verdict.Unavailable.class, check.check(claim(DEVICE, "token")), name);
        Duration taken = Duration.ofNanos(System.nanoTime() - start);
        assertTrue(taken.compareTo(Duration.ofSeconds(10)) < 0, taken::toString);
    }

    @Test
    void redirectsDoNotCarryTheTokenAway() {
        server.wireMock().resetMappings();
        server.redirecting(TokenServer.json(ACTIVE));
        assertInstanceOf(Verdict.Unavailable.class, check.check(claim(DEVICE, "token")));
        assertEquals(1, server.requests().size());
    }

    @Test
    void settingsDoNotShowTheSecret() {
        var settings = new IntrospectionSettings(server.url(), "id", "s3cret", new SubjectRule(""));
        assertFalse(settings.toString().contains("s3cret"));
    }

    private void always(ResponseDefinitionBuilder answer) {
        server.wireMock().resetMappings();
        server.always(answer);
    }

    private void assertAccepted(String token) {
        assertInstanceOf(Verdict.Accepted.class, check.check(claim(DEVICE, token)));
    }

    private void assertRefused(String token) {
        assertInstanceOf(Verdict.Refused.class, check.check(claim(DEVICE, token)));
    }
}
