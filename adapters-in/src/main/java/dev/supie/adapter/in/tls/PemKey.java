package dev.supie.adapter.in.tls;

import dev.supie.adapter.in.tls.TlsException.Part;

import java.security.KeyFactory;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.List;

/// Reads the private key of a PEM file: PKCS#8 (`BEGIN PRIVATE KEY`), RSA or an elliptic curve.
final class PemKey {

    private static final String LABEL = "PRIVATE KEY";
    private static final String ENCRYPTED = "ENCRYPTED PRIVATE KEY";
    private static final List<String> ALGORITHMS = List.of("RSA", "EC");
    private static final String CONVERT =
            "convert it with: openssl pkcs8 -topk8 -nocrypt -in OLD -out NEW";

    private PemKey() {}

    static PrivateKey read(String text) throws TlsException {
        for (PemBlock block : PemBlock.all(text)) {
            String label = block.label();
            if (label.equals(LABEL)) {
                return key(block);
            }
            if (label.equals(ENCRYPTED) || block.base64().contains("ENCRYPTED")) {
                throw wrong("is encrypted, and nobody is there to open it", CONVERT);
            }
            if (label.endsWith(LABEL)) {
                throw wrong("is of an older form (" + label + ")", CONVERT);
            }
        }
        throw wrong("holds no private key", "name a PEM file with BEGIN PRIVATE KEY");
    }

    private static PrivateKey key(PemBlock block) throws TlsException {
        byte[] der = block.der().orElseThrow(PemKey::broken);
        for (String algorithm : ALGORITHMS) {
            try {
                return KeyFactory.getInstance(algorithm)
                        .generatePrivate(new PKCS8EncodedKeySpec(der));
            } catch (InvalidKeySpecException _) {
                // Perhaps the next.
            } catch (NoSuchAlgorithmException impossible) {
                throw new IllegalStateException("every Java platform has RSA and EC", impossible);
            }
        }
        throw broken();
    }

    private static TlsException broken() {
        return wrong("holds a key that is broken, or neither RSA nor EC", CONVERT);
    }

    private static TlsException wrong(String wrong, String fix) {
        return new TlsException(Part.KEY, wrong, fix);
    }
}
