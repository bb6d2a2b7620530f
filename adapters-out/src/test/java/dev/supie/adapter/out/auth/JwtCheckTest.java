package dev.supie.adapter.out.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jwt.JWTClaimsSet;

import dev.supie.application.access.port.CredentialCheck;
import dev.supie.application.access.port.Principal;
import dev.supie.application.access.port.Verdict;
import dev.supie.application.contract.CredentialCheckContract;
import dev.supie.domain.kernel.DeviceId;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Optional;

/// AUTH-2: what a signed token must say, with a key that is configured.
final class JwtCheckTest extends CredentialCheckContract {

    private static final JwtKey SECRET = new JwtKey.Secret(Issuer.SECRET);
    private static final JwtSettings LOOSE =
            new JwtSettings(List.of(), Optional.empty(), Optional.empty(), new SubjectRule(""));
    private static final Duration SKEW = TokenRules.SKEW;
    private static final Duration INSTANT = Duration.ofSeconds(1);

    @Override
    protected CredentialCheck check() {
        return open(Issuer.STRICT, SECRET);
    }

    @Override
    protected String good() {
        return Issuer.signed(JWSAlgorithm.HS256, Issuer.claims("badge:aa:01").build());
    }

    @ParameterizedTest
    @ValueSource(strings = {"HS256", "HS384", "HS512"})
    void secretVerifiesItsAlgorithms(String algorithm) {
        assertAccepted(SECRET, JWSAlgorithm.parse(algorithm));
    }

    @ParameterizedTest
    @ValueSource(strings = {"RS256", "RS384", "RS512", "PS256", "PS384", "PS512"})
    void rsaKeyVerifiesItsAlgorithms(String algorithm) {
        assertAccepted(Issuer.publicKey(Issuer.RSA), JWSAlgorithm.parse(algorithm));
    }

    @Test
    void curveVerifiesItsAlgorithm() {
        assertAccepted(Issuer.publicKey(Issuer.CURVE), JWSAlgorithm.ES256);
    }

    @Test
    void algorithmThatIsNotListedIsRefused() {
        var settings =
                new JwtSettings(
                        List.of("HS512"), Optional.empty(), Optional.empty(), new SubjectRule(""));
        assertEquals(
                new Verdict.Refused("its alg is not allowed"),
                open(settings, SECRET).check(claim(DEVICE, good())));
    }

    static List<Arguments> claims() {
        Date now = Date.from(Issuer.NOW);
        return List.of(
                arguments("expired an hour ago", edit(-3600, "exp"), "it is expired"),
                arguments("expired, skew over", edit(-60, "exp"), "it is expired"),
                arguments("expired, skew not over", edit(-59, "exp"), ""),
                arguments("expires now", edit(0, "exp"), ""),
                arguments("no exp", token().expirationTime(null).build(), "it has no exp"),
                arguments("valid in an hour", edit(3600, "nbf"), "it is not valid yet"),
                arguments("valid after the skew", edit(61, "nbf"), "it is not valid yet"),
                arguments("valid within the skew", edit(60, "nbf"), ""),
                arguments("valid since now", token().notBeforeTime(now).build(), ""),
                arguments("no issuer", token().issuer(null).build(), "it is from another issuer"),
                arguments(
                        "other issuer",
                        token().issuer(Issuer.NAME + "/").build(),
                        "it is from another issuer"),
                arguments(
                        "no audience",
                        token().audience((String) null).build(),
                        "it is for another audience"),
                arguments(
                        "other audience",
                        token().audience("other").build(),
                        "it is for another audience"),
                arguments("one of many", token().audience(List.of("x", "badges")).build(), ""),
                arguments("no sub", token().subject(null).build(), "it has no sub"),
                arguments("sub without prefix", token().subject("aa:01").build(), ""),
                arguments("sub in capitals", token().subject("badge:AA:01").build(), ""));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("claims")
    void claimsAreChecked(String name, JWTClaimsSet claims, String objection) {
        String token = Issuer.signed(JWSAlgorithm.HS256, claims);
        Verdict expected =
                objection.isEmpty()
                        ? new Verdict.Accepted(new Principal("jwt", "aa:01"))
                        : new Verdict.Refused(objection);
        assertEquals(expected, check().check(claim(DEVICE, token)), name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"aa:02", "badge:aa:02", "other:aa:01", "badge:", "", "BADGE:aa:01"})
    void tokenOfSomebodyElseIsToldApart(String subject) {
        String token = Issuer.signed(JWSAlgorithm.HS256, Issuer.claims(subject).build());
        assertInstanceOf(Verdict.OtherDevice.class, check().check(claim(DEVICE, token)));
    }

    @Test
    void issuerAndAudienceCountOnlyIfAskedFor() {
        var claims = new JWTClaimsSet.Builder();
        claims.subject("aa:01").expirationTime(Date.from(Issuer.NOW.plusSeconds(1)));
        String token = Issuer.signed(JWSAlgorithm.HS256, claims.build());
        assertInstanceOf(Verdict.Accepted.class, open(LOOSE, SECRET).check(claim(DEVICE, token)));
    }

    @Test
    void tokenEndsWithTheTimeAndItsSkew() {
        var time = Issuer.time();
        var check = JwtCheck.open(Issuer.STRICT, SECRET, time, time);
        String token = good();
        time.advance(Duration.ofHours(1).plus(SKEW).minus(INSTANT));
        assertInstanceOf(Verdict.Accepted.class, check.check(claim(DEVICE, token)));
        time.advance(INSTANT);
        assertInstanceOf(Verdict.Refused.class, check.check(claim(DEVICE, token)));
    }

    @Test
    void whatDoesNotLookLikeATokenIsLeftToOthers() {
        for (String other : List.of("opaque", "a.b", "a.b.c.d.e", "sk-0123456789")) {
            assertInstanceOf(Verdict.NotForMe.class, check().check(claim(DEVICE, other)));
        }
    }

    private static void assertAccepted(JwtKey key, JWSAlgorithm algorithm) {
        String token = Issuer.signed(algorithm, Issuer.claims("badge:aa:01").build());
        var check = open(Issuer.STRICT, key);
        assertInstanceOf(Verdict.Accepted.class, check.check(claim(DEVICE, token)));
        assertInstanceOf(
                Verdict.OtherDevice.class, check.check(claim(new DeviceId("aa:02"), token)));
    }

    private static JWTClaimsSet.Builder token() {
        return Issuer.claims("badge:aa:01");
    }

    private static JWTClaimsSet edit(int secondsFromNow, String claim) {
        return token().claim(claim, Date.from(Issuer.NOW.plusSeconds(secondsFromNow))).build();
    }

    private static JwtCheck open(JwtSettings settings, JwtKey key) {
        return JwtCheck.open(settings, key, Issuer.time(), Issuer.time());
    }
}
