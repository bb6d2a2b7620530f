package dev.supie.adapter.out.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// AUTH-2: the allow-list of algorithms, and that a key serves only its own kind.
final class JwtAlgorithmsTest {

    private static final JwtKey REMOTE = new JwtKey.Remote(URI.create("https://issuer.example/"));

    static List<Arguments> keys() {
        Set<String> rsa = Set.of("RS256", "RS384", "RS512", "PS256", "PS384", "PS512");
        return List.of(
                arguments(secret(32), Set.of("HS256")),
                arguments(secret(47), Set.of("HS256")),
                arguments(secret(48), Set.of("HS256", "HS384")),
                arguments(secret(64), Set.of("HS256", "HS384", "HS512")),
                arguments(Issuer.publicKey(Issuer.RSA), rsa),
                arguments(Issuer.publicKey(Issuer.curve(Curve.P_256, "a")), Set.of("ES256")),
                arguments(Issuer.publicKey(Issuer.curve(Curve.P_384, "b")), Set.of("ES384")),
                arguments(Issuer.publicKey(Issuer.curve(Curve.P_521, "c")), Set.of("ES512")));
    }

    @ParameterizedTest
    @MethodSource("keys")
    void withoutAListAllThatFitTheKeyAreAllowed(JwtKey key, Set<String> fitting) {
        assertEquals(
                fitting,
                JwtAlgorithms.allowed(key, List.of()).stream()
                        .map(JWSAlgorithm::getName)
                        .collect(Collectors.toSet()));
    }

    @Test
    void publishedKeysAreNeverSecrets() {
        var allowed = JwtAlgorithms.allowed(REMOTE, List.of());
        assertEquals(9, allowed.size());
        assertFalse(allowed.stream().anyMatch(each -> each.getName().startsWith("HS")));
    }

    @Test
    void listNarrows() {
        assertEquals(Set.of(JWSAlgorithm.PS256), JwtAlgorithms.allowed(REMOTE, List.of("PS256")));
    }

    @Test
    void algorithmThatDoesNotFitIsRefused() {
        JwtKey rsa = Issuer.publicKey(Issuer.RSA);
        var failure =
                assertThrows(
                        IllegalArgumentException.class,
                        () -> JwtAlgorithms.allowed(rsa, List.of("RS256", "HS256")));
        assertEquals(
                "HS256 does not fit the key, which is good for"
                        + " RS256, RS384, RS512, PS256, PS384, PS512",
                failure.getMessage());
        for (String none : List.of("none", "None", "NONE", "")) {
            assertFalse(JwtAlgorithms.names().contains(none));
            assertThrows(
                    IllegalArgumentException.class,
                    () -> JwtAlgorithms.allowed(rsa, List.of(none)));
        }
    }

    @Test
    void secretIsLongEnoughAndNotShown() {
        assertEquals("***", secret(32).toString());
        assertThrows(IllegalArgumentException.class, () -> secret(31));
    }

    private static JwtKey secret(int bytes) {
        return new JwtKey.Secret("s".repeat(bytes));
    }
}
