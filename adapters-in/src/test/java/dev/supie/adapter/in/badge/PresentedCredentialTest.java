package dev.supie.adapter.in.badge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.supie.adapter.in.websocket.HandshakeRequest;
import dev.supie.application.access.port.Credential;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;

/// HS-2, T12: where a credential may stand, and how it may be written.
class PresentedCredentialTest {

    @ParameterizedTest(name = "Authorization: {0}")
    @CsvSource({
        "Bearer abc,       abc",
        "bearer abc,       abc",
        "BEARER   abc,     abc",
        "' Bearer abc ',   abc",
        "'Bearer\tabc',    abc",
        "Bearer a+b/c%20=, a+b/c%20=",
        "Bearer,           ''",
        "'Bearer ',        ''",
        "'',               ''",
        "abc,              ''",
        "Basic YTpi,       ''",
        "Bearerabc,        ''"
    })
    void inTheHeader(String header, String token) {
        assertEquals(token, presented(Map.of("authorization", List.of(header)), Map.of()));
    }

    @ParameterizedTest(name = "?authorization={0}")
    @CsvSource({
        "abc,                   abc",
        "Bearer%20abc,          abc",
        "bearer%20%20abc,       abc",
        "Bearer+abc,            abc",
        "Bearer+a+b,            a+b",
        "%42earer%20abc,        abc",
        "Bearer abc,            abc",
        "a+b,                   a+b",
        "a%2Bb%2F%3D,           a+b/=",
        "%20abc%20,             abc",
        "a%zz,                  a%zz",
        "100%,                  100%",
        "Bearer,                ''",
        "Bearer%20,             ''",
        "'',                    ''",
        "%20,                   ''"
    })
    void inTheQuery(String raw, String token) {
        assertEquals(token, presented(Map.of(), Map.of("authorization", List.of(raw))));
        assertEquals(token, presented(Map.of(), Map.of("token", List.of(raw))));
        assertEquals(token, presented(Map.of(), Map.of("Token", List.of(raw))));
    }

    @Test
    void headerComesFirstThenAuthorizationThenToken() {
        Map<String, List<String>> query =
                Map.of("token", List.of("third"), "authorization", List.of("second"));
        assertEquals("first", presented(Map.of("authorization", List.of("Bearer first")), query));
        assertEquals("second", presented(Map.of("authorization", List.of("Basic x")), query));
        assertEquals("third", presented(Map.of(), Map.of("token", List.of("", "third"))));
    }

    @Test
    void otherParametersAreNoCredential() {
        assertEquals("", presented(Map.of("x-token", List.of("a")), Map.of("auth", List.of("b"))));
    }

    private static String presented(
            Map<String, List<String>> headers, Map<String, List<String>> query) {
        var request =
                new HandshakeRequest(
                        "/supie/v1/",
                        query,
                        headers,
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), 1));
        return PresentedCredential.of(request).map(Credential::reveal).orElse("");
    }
}
