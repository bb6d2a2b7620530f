package dev.supie.adapter.out.auth;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jwt.JWTClaimsSet;

import dev.supie.application.access.port.Claim;
import dev.supie.application.access.port.Credential;
import dev.supie.application.access.port.Verdict;
import dev.supie.domain.kernel.DeviceId;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.net.URI;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/// AUTH-2: tokens that somebody made who has no key, against a server that has the public one.
final class JwtAttackTest {

    private static final DeviceId DEVICE = new DeviceId("aa:01");
    private static final JWTClaimsSet CLAIMS = Issuer.claims("badge:aa:01").build();

    private final JwtCheck check = open(Issuer.publicKey(Issuer.RSA));

    static List<Arguments> forgeries() throws JOSEException {
        List<Arguments> all = new ArrayList<>();
        for (String none : List.of("none", "None", "NONE", "nOnE", "none ", "", "null")) {
            String header = "{\"alg\":\"" + none + "\",\"typ\":\"JWT\"}";
            all.add(arguments("alg " + none + ", no signature", unsigned(header, "")));
            all.add(arguments("alg " + none + ", with one", unsigned(header, "AAAA")));
        }
        all.add(arguments("no alg", unsigned("{\"typ\":\"JWT\"}", "AAAA")));
        all.add(arguments("alg is null", unsigned("{\"alg\":null}", "AAAA")));
        all.add(arguments("alg is a list", unsigned("{\"alg\":[\"RS256\"]}", "AAAA")));
        all.add(arguments("two algs", unsigned("{\"alg\":\"RS256\",\"alg\":\"none\"}", "")));
        all.add(arguments("alg unknown", unsigned("{\"alg\":\"RS257\"}", "AAAA")));
        all.add(arguments("alg in lower case", unsigned("{\"alg\":\"rs256\"}", "AAAA")));
        all.add(arguments("no signature", unsigned("{\"alg\":\"RS256\"}", "")));
        all.add(arguments("signature of zeros", unsigned("{\"alg\":\"RS256\"}", zeros(256))));
        all.add(arguments("curve, zeros", unsigned("{\"alg\":\"ES256\"}", zeros(64))));
        addWithPublicKeyAsSecret(all);
        addWithKeyOfTheAttacker(all);
        return all;
    }

    private static void addWithPublicKeyAsSecret(List<Arguments> all) throws JOSEException {
        String pem = Issuer.pem(Issuer.RSA);
        byte[] der = Issuer.RSA.toRSAPublicKey().getEncoded();
        List<byte[]> secrets =
                List.of(
                        pem.getBytes(UTF_8),
                        pem.strip().getBytes(UTF_8),
                        der,
                        Base64.getEncoder().encode(der),
                        Issuer.RSA.toPublicJWK().toString().getBytes(UTF_8),
                        Issuer.RSA.getModulus().decode());
        for (int i = 0; i < secrets.size(); i++) {
            for (String algorithm : List.of("HS256", "HS384", "HS512")) {
                String header = "{\"alg\":\"" + algorithm + "\"}";
                all.add(
                        arguments(
                                algorithm + " with form " + i + " of the public key",
                                Issuer.signedWithSecret(secrets.get(i), header, CLAIMS)));
            }
        }
    }

    private static void addWithKeyOfTheAttacker(List<Arguments> all) throws JOSEException {
        var signer = new RSASSASigner(Issuer.ATTACKER);
        var plain = new JWSHeader.Builder(JWSAlgorithm.RS256);
        all.add(arguments("another key", Issuer.signed(signer, plain.build(), CLAIMS)));
        all.add(
                arguments(
                        "embedded jwk",
                        Issuer.signed(
                                signer,
                                new JWSHeader.Builder(JWSAlgorithm.RS256)
                                        .jwk(Issuer.ATTACKER.toPublicJWK())
                                        .build(),
                                CLAIMS)));
        all.add(
                arguments(
                        "jku and x5u",
                        Issuer.signed(
                                signer,
                                new JWSHeader.Builder(JWSAlgorithm.RS256)
                                        .jwkURL(URI.create("http://127.0.0.1:1/jwks"))
                                        .x509CertURL(URI.create("http://127.0.0.1:1/x5u"))
                                        .build(),
                                CLAIMS)));
        all.add(
                arguments(
                        "kid that is a path",
                        Issuer.signed(
                                signer,
                                new JWSHeader.Builder(JWSAlgorithm.RS256)
                                        .keyID("../../dev/null")
                                        .build(),
                                CLAIMS)));
        var curve = Issuer.curve(Curve.P_256, "k");
        all.add(
                arguments(
                        "a curve of its own",
                        Issuer.signed(
                                new ECDSASigner(curve),
                                new JWSHeader.Builder(JWSAlgorithm.ES256)
                                        .jwk(curve.toPublicJWK())
                                        .build(),
                                CLAIMS)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forgeries")
    void forgeryIsRefused(String name, String token) {
        assertInstanceOf(Verdict.Refused.class, check.check(claim(token)), name);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forgeries")
    void forgeryIsRefusedByASecretToo(String name, String token) {
        var secret = open(new JwtKey.Secret(Issuer.SECRET));
        assertInstanceOf(Verdict.Refused.class, secret.check(claim(token)), name);
    }

    @Test
    void partsOfGoodTokensCannotBeMixed() {
        String good = Issuer.signed(JWSAlgorithm.RS256, Issuer.claims("badge:aa:02").build());
        String[] parts = good.split("\\.", -1);
        String forged = parts[0] + "." + Issuer.encoded(CLAIMS.toString()) + "." + parts[2];
        assertInstanceOf(Verdict.Refused.class, check.check(claim(forged)));
    }

    @Test
    void criticalHeadersAreRefusedEvenIfSigned() {
        String unknown =
                Issuer.signed(
                        JWSAlgorithm.RS256,
                        header ->
                                header.criticalParams(Set.of("http://x.example/y"))
                                        .customParam("http://x.example/y", true),
                        CLAIMS);
        assertInstanceOf(Verdict.Refused.class, check.check(claim(unknown)));
    }

    @Test
    void otherTypesOfTokensAreRefusedEvenIfSigned() {
        for (String type : List.of("logout+jwt", "dpop+jwt", "JWE", "secevent+jwt")) {
            assertInstanceOf(Verdict.Refused.class, check.check(claim(ofType(type))), type);
        }
        for (String type : List.of("JWT", "jwt", "at+jwt")) {
            assertInstanceOf(Verdict.Accepted.class, check.check(claim(ofType(type))), type);
        }
    }

    @Test
    void keysThatATokenPointsToAreIgnoredInAGoodOne() {
        String token =
                Issuer.signed(
                        JWSAlgorithm.RS256,
                        header ->
                                header.jwkURL(URI.create("http://127.0.0.1:1/jwks"))
                                        .jwk(Issuer.ATTACKER.toPublicJWK()),
                        CLAIMS);
        assertInstanceOf(Verdict.Accepted.class, check.check(claim(token)));
    }

    @Test
    void hugeAndDeepTokensAreRefused() {
        String deep = "[".repeat(3000) + "]".repeat(3000);
        for (String part : List.of(deep, "{\"alg\":" + deep + "}", "A".repeat(6000))) {
            String token = Issuer.encoded(part) + "." + Issuer.encoded(part) + ".AAAA";
            assertInstanceOf(Verdict.Refused.class, check.check(claim(token)));
        }
    }

    /// Whatever is presented, the answer is a verdict and never an exception.
    @Test
    void damagedTokensAreNeverAcceptedAndNeverFail() {
        var random = new Random(20_260_101);
        String good = Issuer.signed(JWSAlgorithm.RS256, CLAIMS);
        assertInstanceOf(Verdict.Accepted.class, check.check(claim(good)));
        for (int i = 0; i < 2000; i++) {
            String damaged = damaged(good, random);
            if (!damaged.equals(good) && !damaged.isEmpty()) {
                Verdict verdict = check.check(claim(damaged));
                assertFalse(verdict instanceof Verdict.Accepted, damaged);
            }
        }
        assertTrue(check.check(claim(good)) instanceof Verdict.Accepted);
    }

    private static String damaged(String token, Random random) {
        var text = new StringBuilder(token);
        for (int edits = 1 + random.nextInt(3); edits > 0 && !text.isEmpty(); edits--) {
            // The last character has bits that mean nothing, so it may change without effect.
            int at = random.nextInt(Math.max(1, text.length() - 1));
            char other = (char) ('!' + random.nextInt(94));
            switch (random.nextInt(3)) {
                case 0 -> text.setCharAt(at, other);
                case 1 -> text.deleteCharAt(at);
                default -> text.insert(at, other);
            }
        }
        return text.toString();
    }

    private static String ofType(String type) {
        return Issuer.signed(
                JWSAlgorithm.RS256, header -> header.type(new JOSEObjectType(type)), CLAIMS);
    }

    private static String unsigned(String header, String signature) {
        return Issuer.unsigned(header, CLAIMS, signature);
    }

    private static String zeros(int bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(new byte[bytes]);
    }

    private static Claim claim(String token) {
        return new Claim(DEVICE, Optional.of(new Credential(token)));
    }

    private static JwtCheck open(JwtKey key) {
        return JwtCheck.open(Issuer.STRICT, key, Issuer.time(), Issuer.time());
    }
}
