package dev.supie.bootstrap.config;

import dev.supie.adapter.in.tls.CertificateFiles;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The keys that make both listeners speak TLS.
final class TlsSettings {

    static final String SECTION = "server.tls";

    static final Setting<Optional<Path>> CERTIFICATE =
            Settings.optional(
                    SECTION + ".cert",
                    new FileKind("use the path of a PEM file with the certificate"));
    static final Setting<Optional<Path>> KEY =
            Settings.optional(
                    SECTION + ".key",
                    new FileKind("use the path of a PEM file with the private key"));

    private TlsSettings() {}

    static List<Setting<?>> all() {
        return List.of(CERTIFICATE, KEY);
    }

    /// Empty unless both are there; one alone is a problem of its own.
    static Optional<CertificateFiles> taken(Values values) {
        Optional<Path> certificate = values.take(CERTIFICATE);
        Optional<Path> key = values.take(KEY);
        return certificate.flatMap(chain -> key.map(own -> new CertificateFiles(chain, own)));
    }
}
