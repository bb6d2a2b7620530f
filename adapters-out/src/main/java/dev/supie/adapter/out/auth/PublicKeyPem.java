package dev.supie.adapter.out.auth;

import com.nimbusds.jose.jwk.Curve;

import java.security.KeyFactory;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads the public key that an issuer gives out: PEM with the label `PUBLIC KEY`, RSA from 2048
/// bits or an elliptic curve of the ES algorithms.
public final class PublicKeyPem {

    static final int RSA_BITS_MIN = 2048;

    private static final Pattern BLOCK =
            Pattern.compile(
                    "-----BEGIN ([A-Z0-9 ]{1,40})-----([A-Za-z0-9+/=\\s]*)-----END \\1-----");
    private static final String LABEL = "PUBLIC KEY";
    private static final Set<Curve> CURVES = Set.of(Curve.P_256, Curve.P_384, Curve.P_521);

    private PublicKeyPem() {}

    /// The key in a text, which may have white space round it.
    public static PublicKey read(String pem) throws PemException {
        Matcher block = BLOCK.matcher(pem.strip());
        if (!block.matches()) {
            throw new PemException("is not one PEM block");
        }
        String label = block.group(1);
        if (label.contains("PRIVATE")) {
            throw new PemException("is a private key, which does not belong here");
        }
        if (!label.equals(LABEL)) {
            throw new PemException("is a " + label + ", not a PUBLIC KEY");
        }
        return checked(decoded(block.group(2)));
    }

    private static PublicKey decoded(String base64) throws PemException {
        byte[] der;
        try {
            der = Base64.getMimeDecoder().decode(base64);
        } catch (IllegalArgumentException _) {
            throw new PemException("is not valid base64");
        }
        for (String algorithm : List.of("RSA", "EC")) {
            Optional<PublicKey> key = decoded(der, algorithm);
            if (key.isPresent()) {
                return key.get();
            }
        }
        throw new PemException("is neither an RSA nor an EC public key");
    }

    private static Optional<PublicKey> decoded(byte[] der, String algorithm) {
        try {
            var spec = new X509EncodedKeySpec(der);
            return Optional.of(KeyFactory.getInstance(algorithm).generatePublic(spec));
        } catch (InvalidKeySpecException _) {
            return Optional.empty();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has RSA and EC", impossible);
        }
    }

    private static PublicKey checked(PublicKey key) throws PemException {
        return switch (key) {
            case RSAPublicKey rsa when rsa.getModulus().bitLength() < RSA_BITS_MIN ->
                    throw new PemException("has fewer than " + RSA_BITS_MIN + " bits");
            case ECPublicKey ec when !isOnKnownCurve(ec) ->
                    throw new PemException("is on another curve than P-256, P-384 and P-521");
            default -> key;
        };
    }

    private static boolean isOnKnownCurve(ECPublicKey key) {
        return Optional.ofNullable(Curve.forECParameterSpec(key.getParams()))
                .filter(CURVES::contains)
                .isPresent();
    }
}
