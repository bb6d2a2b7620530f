package dev.supie.adapter.out.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.List;

/// AUTH-2: a public key as issuers give it out.
final class PublicKeyPemTest {

    @Test
    void readsRsaAndCurves() throws PemException, JOSEException {
        assertEquals(Issuer.RSA.toRSAPublicKey(), PublicKeyPem.read(Issuer.pem(Issuer.RSA)));
        for (Curve curve : List.of(Curve.P_256, Curve.P_384, Curve.P_521)) {
            var key = Issuer.curve(curve, "k");
            assertEquals(key.toECPublicKey(), PublicKeyPem.read("\n " + Issuer.pem(key)));
        }
    }

    @Test
    void lineEndsDoNotMatter() throws PemException, JOSEException {
        String pem = Issuer.pem(Issuer.RSA);
        assertEquals(Issuer.RSA.toRSAPublicKey(), PublicKeyPem.read(pem.replace("\n", "\r\n")));
        assertEquals(Issuer.RSA.toRSAPublicKey(), PublicKeyPem.read(pem.replace("\n", " ")));
    }

    static List<Arguments> unusable() throws JOSEException, NoSuchAlgorithmException {
        var small = KeyPairGenerator.getInstance("RSA");
        small.initialize(1024);
        byte[] smallKey = small.generateKeyPair().getPublic().getEncoded();
        byte[] edwards =
                KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPublic().getEncoded();
        String pem = Issuer.pem(Issuer.RSA);
        byte[] whole = Issuer.RSA.toRSAPrivateKey().getEncoded();
        return List.of(
                arguments("", "is not one PEM block"),
                arguments("a-secret-that-is-no-key", "is not one PEM block"),
                arguments(pem + pem, "is not one PEM block"),
                arguments(pem.replace("END PUBLIC", "END PRIVATE"), "is not one PEM block"),
                arguments(pem.replace("M", "*"), "is not one PEM block"),
                arguments(Issuer.pem("PRIVATE KEY", whole), "is a private key"),
                arguments(Issuer.pem("RSA PRIVATE KEY", whole), "is a private key"),
                arguments(Issuer.pem("CERTIFICATE", whole), "is a CERTIFICATE"),
                arguments(Issuer.pem("PUBLIC KEY", whole), "is neither"),
                arguments(Issuer.pem("PUBLIC KEY", new byte[] {1, 2, 3}), "is neither"),
                arguments(Issuer.pem("PUBLIC KEY", edwards), "is neither"),
                arguments(Issuer.pem("PUBLIC KEY", smallKey), "has fewer than 2048 bits"));
    }

    @ParameterizedTest
    @MethodSource("unusable")
    void saysWhatIsWrong(String pem, String wrong) {
        var failure = assertThrows(PemException.class, () -> PublicKeyPem.read(pem));
        String message = String.valueOf(failure.getMessage());
        assertEquals(wrong, message.substring(0, Math.min(wrong.length(), message.length())));
    }
}
