package dev.supie.bootstrap.config;

import dev.supie.adapter.in.tls.CertificateFiles;
import dev.supie.adapter.in.tls.TlsException;

import java.util.Optional;

/// The rules of `server.tls`: both files or none, and they can be read and belong together.
final class TlsChecks {

    private final Values values;

    TlsChecks(Values values) {
        this.values = values;
    }

    void run(Optional<CertificateFiles> files) {
        boolean certificate = values.isGiven(TlsSettings.CERTIFICATE);
        boolean key = values.isGiven(TlsSettings.KEY);
        if (certificate != key) {
            Setting<?> missing = certificate ? TlsSettings.KEY : TlsSettings.CERTIFICATE;
            Setting<?> given = certificate ? TlsSettings.CERTIFICATE : TlsSettings.KEY;
            values.missing(TlsSettings.SECTION, missing, "add it, or remove " + given.key());
        }
        files.ifPresent(this::tryOut);
    }

    private void tryOut(CertificateFiles files) {
        try {
            files.read();
        } catch (TlsException unusable) {
            Setting<?> culprit =
                    unusable.part() == TlsException.Part.KEY
                            ? TlsSettings.KEY
                            : TlsSettings.CERTIFICATE;
            values.refuse(culprit, unusable.wrong(), unusable.fix());
        }
    }
}
