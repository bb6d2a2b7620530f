package dev.supie.bootstrap.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.supie.application.access.WebOrigin;
import dev.supie.domain.kernel.DeviceId;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The keys of who may connect (AUTH-1 to AUTH-4): where they end up, and that secrets are hidden.
final class AccessConfigTest {

    private static final String SECRET = "unmistakable-0123456789-0123456789";

    private static final String ALL_KEYS =
            """
            server:
              allowed_origins: ["https://Console.example:443", "http://local.example:3000"]
              trusted_proxies: [10.0.0.0/8, "fd00::1"]
              auth:
                enabled: TRUE
                tokens:
                  - {token: "${TOKEN}", name: office, devices: ["AA:01", " aa:02 ", "aa:01"]}
                  - token: unmistakable-second-one
                allowed_devices: ["AA:03"]
                jwt:
                  jwks_url: https://issuer.example/keys
                  algorithms: [rs256, ES256]
                  audience: badges
                  issuer: https://issuer.example
                  sub_prefix: "badge:"
                oauth2:
                  introspection_url: https://issuer.example/introspect
                  client_id: supie
                  client_secret: unmistakable-client-secret
            """;

    @TempDir private Path folder = Path.of("");

    @Test
    void everyKeyReachesItsPlace() {
        var tokens =
                List.of(
                        new TokenConfig(
                                new Secret(SECRET),
                                "office",
                                List.of(new DeviceId("aa:01"), new DeviceId("aa:02"))),
                        new TokenConfig(
                                new Secret("unmistakable-second-one"), "token-2", List.of()));
        var jwt =
                new AuthConfig.Jwt(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(URI.create("https://issuer.example/keys")),
                        List.of("RS256", "ES256"),
                        Optional.of("badges"),
                        Optional.of("https://issuer.example"),
                        Optional.of("badge:"));
        var oauth2 =
                new AuthConfig.Introspection(
                        Optional.of(URI.create("https://issuer.example/introspect")),
                        Optional.of("supie"),
                        Optional.of(new Secret("unmistakable-client-secret")));
        var expected =
                new AccessConfig(
                        List.of(
                                new WebOrigin("https", "console.example", 443),
                                new WebOrigin("http", "local.example", 3000)),
                        List.of("10.0.0.0/8", "fd00::1"),
                        new AuthConfig(true, tokens, List.of(new DeviceId("aa:03")), jwt, oauth2));

        assertEquals(expected, loaded().config().access());
    }

    @Test
    void secretsAreNotShown() {
        String shown = loaded().effectiveValues().yaml();
        assertFalse(shown.contains("unmistakable"), shown);
        assertFalse(loaded().config().toString().contains("unmistakable"));
    }

    @Test
    void wrongTokensAreNotQuoted() {
        String yaml = "server: {auth: {tokens: [{token: unmistakable-token, nome: x}]}}";
        String said = new ConfigText(folder).problems(yaml).toString();
        assertFalse(said.contains("unmistakable"), said);
        String asText =
                new ConfigText(folder)
                        .problems(
                                new ConfigText(folder)
                                        .read("", Map.of(), "server.auth.tokens=unmistakable"))
                        .toString();
        assertFalse(asText.contains("unmistakable"), asText);
    }

    @Test
    void publicKeyAsTextAndAsFile() throws IOException, NoSuchAlgorithmException {
        String pem = pem("RSA", 2048);
        Files.writeString(folder.resolve("key.pem"), pem + "\n");
        String block = "server:\n  auth:\n    jwt:\n      public_key: |\n" + pem.indent(8);
        ConfigResult.Loaded asText = ConfigText.loaded(new ConfigText(folder).read(block));
        ConfigResult.Loaded asFile =
                ConfigText.loaded(
                        new ConfigText(folder).read("server.auth.jwt.public_key: file:key.pem"));
        assertEquals(Optional.of(pem), asText.config().access().auth().jwt().publicKey());
        assertEquals(asText.config(), asFile.config());
        ConfigResult.Loaded again =
                ConfigText.loaded(new ConfigText(folder).read(asText.effectiveValues().yaml()));
        assertEquals(asText.config(), again.config());
    }

    @Test
    void badPublicKeyIsAProblem() throws NoSuchAlgorithmException {
        String small = pem("RSA", 1024).replace("\n", " ");
        assertEquals(
                List.of(
                        "supie.yaml:1: server.auth.jwt.public_key = "
                                + small.substring(0, 80)
                                + "...: has fewer than 2048 bits; write the key, ${ENV_NAME} or"
                                + " file:/path/to/key"),
                new ConfigText(folder).problems("server.auth.jwt.public_key: \"" + small + "\""));
    }

    @Test
    void algorithmHasToFitTheKey() throws NoSuchAlgorithmException {
        String pem = pem("EC", 256).replace("\n", " ");
        String yaml =
                "server: {auth: {jwt: {public_key: \"" + pem + "\", algorithms: [ES256, HS256]}}}";
        assertEquals(
                List.of(
                        "supie.yaml:1: server.auth.jwt.algorithms = [...]: HS256 does not fit the"
                                + " key, which is good for ES256; remove it, or the whole list to"
                                + " allow all that fit"),
                new ConfigText(folder).problems(yaml));
    }

    @Test
    void whoIsConfiguredButNotAskedForIsAWarning() {
        ConfigResult result =
                new ConfigText(folder).read("server: {auth: {allowed_devices: ['aa:01']}}");
        assertEquals(
                List.of(
                        "default: server.auth.enabled = false: lets everyone in, whatever else is"
                                + " configured under server.auth; set it to true to ask badges for"
                                + " credentials"),
                new ConfigText(folder).warnings(result));
    }

    @Test
    void plainHttpToAnIssuerIsAWarning() {
        ConfigResult result =
                new ConfigText(folder)
                        .read(
                                "server: {auth: {enabled: true, jwt: {jwks_url:"
                                        + " 'http://issuer.example/keys'}}}");
        assertEquals(1, new ConfigText(folder).warnings(result).size());
        ConfigResult local =
                new ConfigText(folder)
                        .read(
                                "server: {auth: {enabled: true, jwt: {jwks_url:"
                                        + " 'http://127.0.0.1/keys'}}}");
        assertEquals(List.of(), new ConfigText(folder).warnings(local));
    }

    private ConfigResult.Loaded loaded() {
        return ConfigText.loaded(new ConfigText(folder).read(ALL_KEYS, Map.of("TOKEN", SECRET)));
    }

    private static String pem(String algorithm, int bits) throws NoSuchAlgorithmException {
        var generator = KeyPairGenerator.getInstance(algorithm);
        generator.initialize(bits);
        byte[] der = generator.generateKeyPair().getPublic().getEncoded();
        return "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der)
                + "\n-----END PUBLIC KEY-----";
    }
}
