package dev.supie.adapter.in.tls;

import dev.supie.adapter.in.tls.TlsException.Part;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;

/// Reads the certificates of a PEM file in their order.
final class PemCertificates {

    /// No server needs more between it and a root.
    static final int CHAIN_MAX = 10;

    private static final String LABEL = "CERTIFICATE";
    private static final String FIX =
            "name a PEM file with the certificate first and those between it and the root after it";

    private PemCertificates() {}

    static List<X509Certificate> read(String text) throws TlsException {
        List<X509Certificate> chain = new ArrayList<>();
        for (PemBlock block : PemBlock.all(text)) {
            if (block.label().equals(LABEL)) {
                chain.add(certificate(block));
            }
        }
        if (chain.isEmpty()) {
            throw new TlsException(Part.CERTIFICATE, "holds no certificate", FIX);
        }
        if (chain.size() > CHAIN_MAX) {
            throw new TlsException(
                    Part.CERTIFICATE, "holds more than " + CHAIN_MAX + " certificates", FIX);
        }
        return chain;
    }

    private static X509Certificate certificate(PemBlock block) throws TlsException {
        byte[] der = block.der().orElseThrow(PemCertificates::broken);
        try {
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509")
                            .generateCertificate(new ByteArrayInputStream(der));
        } catch (CertificateException unreadable) {
            throw broken();
        }
    }

    private static TlsException broken() {
        return new TlsException(Part.CERTIFICATE, "holds a certificate that is broken", FIX);
    }
}
