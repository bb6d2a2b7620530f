package dev.supie.adapter.in.tls;

import dev.supie.adapter.in.tls.TlsException.Part;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// A certificate with those above it, and the key that proves it is ours.
public final class Credentials {

    /// A certificate that ends sooner is warned of; those that renew themselves do so before.
    static final Duration ENDING_SOON = Duration.ofDays(7);

    private static final byte[] PROOF = "supie".getBytes(StandardCharsets.US_ASCII);

    private final List<X509Certificate> chain;
    private final PrivateKey key;

    private Credentials(List<X509Certificate> chain, PrivateKey key) {
        this.chain = List.copyOf(chain);
        this.key = key;
    }

    static Credentials of(List<X509Certificate> chain, PrivateKey key) throws TlsException {
        if (!belongTogether(chain.getFirst(), key)) {
            throw new TlsException(
                    Part.KEY,
                    "does not belong to the first certificate of server.tls.cert",
                    "name the key that the certificate was made for");
        }
        return new Credentials(chain, key);
    }

    /// By a signature, because that is all that a client will ever see of the key.
    private static boolean belongTogether(X509Certificate certificate, PrivateKey key) {
        if (!certificate.getPublicKey().getAlgorithm().equals(key.getAlgorithm())) {
            return false;
        }
        try {
            Signature signature =
                    Signature.getInstance(
                            key.getAlgorithm().equals("RSA") ? "SHA256withRSA" : "SHA256withECDSA");
            signature.initSign(key);
            signature.update(PROOF);
            byte[] signed = signature.sign();
            signature.initVerify(certificate.getPublicKey());
            signature.update(PROOF);
            return signature.verify(signed);
        } catch (GeneralSecurityException different) {
            return false;
        }
    }

    /// The server's own.
    public X509Certificate certificate() {
        return chain.getFirst();
    }

    X509Certificate[] chain() {
        return chain.toArray(X509Certificate[]::new);
    }

    PrivateKey key() {
        return key;
    }

    /// `RSA` or `EC`.
    String algorithm() {
        return key.getAlgorithm();
    }

    /// Why clients refuse it at this time or soon; empty if they do not.
    public Optional<String> concern(Instant now) {
        Instant end = certificate().getNotAfter().toInstant();
        Instant begin = certificate().getNotBefore().toInstant();
        if (now.isAfter(end)) {
            return Optional.of("has expired at " + end + "; clients will refuse it");
        }
        if (now.isBefore(begin)) {
            return Optional.of("is not valid before " + begin + "; clients will refuse it");
        }
        if (now.plus(ENDING_SOON).isAfter(end)) {
            return Optional.of("expires soon, at " + end + "; renew it");
        }
        return Optional.empty();
    }

    /// Whether clients that connect to this host name or address will find it in the certificate. A
    /// certificate without such names is old, and is judged by nobody.
    public boolean isFor(String host) {
        try {
            Collection<List<?>> names = certificate().getSubjectAlternativeNames();
            return names == null
                    || names.stream()
                            .map(name -> String.valueOf(name.get(1)))
                            .anyMatch(matches(host));
        } catch (CertificateParsingException unreadable) {
            return false;
        }
    }

    private static Predicate<String> matches(String host) {
        return name ->
                name.equalsIgnoreCase(host)
                        || (name.startsWith("*.")
                                && host.indexOf('.') > 0
                                && host.substring(host.indexOf('.'))
                                        .equalsIgnoreCase(name.substring(1)));
    }

    /// Leaves the key out.
    @Override
    public String toString() {
        return certificate().getSubjectX500Principal()
                + " until "
                + certificate().getNotAfter().toInstant();
    }
}
