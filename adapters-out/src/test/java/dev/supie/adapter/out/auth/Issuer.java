package dev.supie.adapter.out.auth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;

import dev.supie.application.fake.VirtualTime;

import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// Somebody who signs tokens, and two who would like to.
final class Issuer {

    static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    static final String NAME = "https://issuer.example";
    static final String AUDIENCE = "badges";
    static final String SECRET = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

    static final RSAKey RSA = rsa("rsa-1");
    static final RSAKey ATTACKER = rsa("rsa-1");
    static final ECKey CURVE = curve(Curve.P_256, "ec-1");

    static final JwtSettings STRICT =
            new JwtSettings(
                    List.of(), Optional.of(AUDIENCE), Optional.of(NAME), new SubjectRule("badge:"));

    private Issuer() {}

    static VirtualTime time() {
        return new VirtualTime(NOW);
    }

    static RSAKey rsa(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    static ECKey curve(Curve curve, String id) {
        try {
            return new ECKeyGenerator(curve).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /// What a good token says.
    static JWTClaimsSet.Builder claims(String subject) {
        return new JWTClaimsSet.Builder()
                .subject(subject)
                .issuer(NAME)
                .audience(AUDIENCE)
                .expirationTime(Date.from(NOW.plus(Duration.ofHours(1))));
    }

    static String signed(JWSAlgorithm algorithm, JWTClaimsSet claims) {
        return signed(algorithm, UnaryOperator.identity(), claims);
    }

    /// With the key that fits the algorithm.
    static String signed(
            JWSAlgorithm algorithm, UnaryOperator<JWSHeader.Builder> header, JWTClaimsSet claims) {
        return signed(signer(algorithm), header.apply(header(algorithm)).build(), claims);
    }

    static String signed(JWSSigner signer, JWSHeader header, JWTClaimsSet claims) {
        try {
            var jwt = new SignedJWT(header, claims);
            jwt.sign(signer);
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    static String signed(RSAKey key, JWTClaimsSet claims) {
        try {
            var header = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build();
            return signed(new RSASSASigner(key), header, claims);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    static String signedWithSecret(byte[] secret, String headerJson, JWTClaimsSet claims) {
        try {
            return signed(new MACSigner(secret), JWSHeader.parse(headerJson), claims);
        } catch (JOSEException | ParseException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Three parts that nobody signed.
    static String unsigned(String header, JWTClaimsSet claims, String signature) {
        return encoded(header) + "." + encoded(claims.toString()) + "." + signature;
    }

    static String encoded(String text) {
        return Base64URL.encode(text.getBytes(StandardCharsets.UTF_8)).toString();
    }

    static String pem(RSAKey key) {
        try {
            return pem("PUBLIC KEY", key.toRSAPublicKey().getEncoded());
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    static String pem(ECKey key) {
        try {
            return pem("PUBLIC KEY", key.toECPublicKey().getEncoded());
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    static String pem(String label, byte[] der) {
        String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        return "-----BEGIN %s-----%n%s%n-----END %s-----%n".formatted(label, base64, label);
    }

    static JwtKey publicKey(RSAKey key) {
        try {
            return new JwtKey.Public(key.toRSAPublicKey());
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    static JwtKey publicKey(ECKey key) {
        try {
            return new JwtKey.Public(key.toECPublicKey());
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JWSHeader.Builder header(JWSAlgorithm algorithm) {
        var header = new JWSHeader.Builder(algorithm);
        if (JWSAlgorithm.Family.RSA.contains(algorithm)) {
            header.keyID(RSA.getKeyID());
        } else if (JWSAlgorithm.Family.EC.contains(algorithm)) {
            header.keyID(CURVE.getKeyID());
        }
        return header;
    }

    private static JWSSigner signer(JWSAlgorithm algorithm) {
        try {
            if (JWSAlgorithm.Family.HMAC_SHA.contains(algorithm)) {
                return new MACSigner(SECRET);
            }
            return JWSAlgorithm.Family.RSA.contains(algorithm)
                    ? new RSASSASigner(RSA)
                    : new ECDSASigner(CURVE);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
