package dev.supie.adapter.out.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.opts.AllowWeakRSAKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64URL;

import dev.supie.application.access.port.CredentialCheck;
import dev.supie.application.access.port.Verdict;
import dev.supie.application.contract.CredentialCheckContract;
import dev.supie.application.fake.VirtualTime;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.util.Set;
import java.util.stream.IntStream;

/// AUTH-2: keys that the issuer publishes.
final class RemoteKeysTest extends CredentialCheckContract {

    private static final RSAKey NEXT = Issuer.rsa("rsa-2");

    private final TokenServer server =
            new TokenServer().always(TokenServer.json(TokenServer.keys(Issuer.RSA, Issuer.CURVE)));
    private final VirtualTime time = Issuer.time();
    private final JwtCheck check =
            JwtCheck.open(Issuer.STRICT, new JwtKey.Remote(server.url()), time, time);

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
        return signed(Issuer.RSA);
    }

    @Test
    void keysAreFetchedOnceForManyTokens() {
        for (int i = 0; i < 10; i++) {
            assertAccepted(good());
            assertAccepted(Issuer.signed(JWSAlgorithm.ES256, Issuer.claims("badge:aa:01").build()));
        }
        assertEquals(1, server.requests().size());
    }

    @Test
    void newKeyIsFoundAtOnceAndTheOldOneGoesOnAsLongAsItIsPublished() {
        assertAccepted(good());
        server.always(TokenServer.json(TokenServer.keys(Issuer.RSA, NEXT)));
        time.advance(KeyCache.SPACING);
        assertAccepted(signed(NEXT));
        assertAccepted(good());
        assertEquals(2, server.requests().size());
    }

    @Test
    void withdrawnKeyIsForgottenWithinFiveMinutes() {
        assertAccepted(good());
        server.always(TokenServer.json(TokenServer.keys(NEXT)));
        time.advance(KeyCache.FRESH.minusNanos(1));
        assertAccepted(good());
        time.advance(Duration.ofNanos(1));
        assertRefused(good());
    }

    @Test
    void madeUpKeyNamesCauseAFetchEachTenSecondsOnly() {
        assertAccepted(good());
        time.advance(KeyCache.SPACING);
        for (int i = 0; i < 50; i++) {
            assertRefused(signed(withName("made-up-" + i)));
        }
        assertEquals(2, server.requests().size());
        time.advance(KeyCache.SPACING.minusNanos(1));
        assertRefused(signed(withName("made-up")));
        assertEquals(2, server.requests().size());
        time.advance(Duration.ofNanos(1));
        assertRefused(signed(withName("made-up")));
        assertEquals(3, server.requests().size());
    }

    @Test
    void keyOfTheSameNameByTheAttackerIsAWrongSignature() {
        assertEquals(
                new Verdict.Refused("its signature is wrong"),
                check.check(claim(DEVICE, signed(Issuer.ATTACKER))));
    }

    @Test
    void withoutAKeyNameAllKeysThatFitAreTried() {
        server.always(TokenServer.json(TokenServer.keys(NEXT, Issuer.CURVE, Issuer.RSA)));
        String token =
                Issuer.signed(
                        JWSAlgorithm.RS256,
                        header -> header.keyID(null),
                        Issuer.claims("badge:aa:01").build());
        assertAccepted(token);
    }

    @Test
    void withoutAKeyNameOnlyTheFirstEightAreTried() {
        JWK[] many =
                IntStream.rangeClosed(0, RemoteKeys.CANDIDATES_MAX)
                        .mapToObj(
                                i -> i < RemoteKeys.CANDIDATES_MAX ? renamed(NEXT, i) : Issuer.RSA)
                        .toArray(JWK[]::new);
        server.always(TokenServer.json(TokenServer.keys(many)));
        String token =
                Issuer.signed(
                        JWSAlgorithm.RS256,
                        header -> header.keyID(null),
                        Issuer.claims("badge:aa:01").build());
        assertRefused(token);
        assertAccepted(good());
    }

    @Test
    void publishedSecretVerifiesNothing() {
        var secret =
                new OctetSequenceKey.Builder(Base64URL.encode(Issuer.SECRET)).keyID("s").build();
        server.always(TokenServer.json("{\"keys\":[" + secret + "]}"));
        assertRefused(
                Issuer.signed(
                        JWSAlgorithm.HS256,
                        header -> header.keyID("s"),
                        Issuer.claims("badge:aa:01").build()));
    }

    @Test
    void keyForEncryptionVerifiesNothing() {
        var encryption = new RSAKey.Builder(Issuer.RSA).keyUse(KeyUse.ENCRYPTION).build();
        server.always(TokenServer.json(TokenServer.keys(encryption)));
        assertRefused(good());
    }

    @Test
    void shortKeyVerifiesNothing() throws NoSuchAlgorithmException, JOSEException {
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(1024);
        var pair = generator.generateKeyPair();
        var weak =
                new RSAKey.Builder((RSAPublicKey) pair.getPublic())
                        .privateKey(pair.getPrivate())
                        .keyID("weak")
                        .build();
        server.always(TokenServer.json(TokenServer.keys(weak)));
        var signer = new RSASSASigner(pair.getPrivate(), Set.of(AllowWeakRSAKey.getInstance()));
        var header = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("weak").build();
        assertRefused(Issuer.signed(signer, header, Issuer.claims("badge:aa:01").build()));
    }

    private void assertAccepted(String token) {
        assertInstanceOf(Verdict.Accepted.class, check.check(claim(DEVICE, token)));
    }

    private void assertRefused(String token) {
        assertInstanceOf(Verdict.Refused.class, check.check(claim(DEVICE, token)));
    }

    private static String signed(RSAKey key) {
        return Issuer.signed(key, Issuer.claims("badge:aa:01").build());
    }

    private static RSAKey withName(String name) {
        return new RSAKey.Builder(NEXT).keyID(name).build();
    }

    private static RSAKey renamed(RSAKey key, int number) {
        return new RSAKey.Builder(key).keyID("key-" + number).build();
    }
}
