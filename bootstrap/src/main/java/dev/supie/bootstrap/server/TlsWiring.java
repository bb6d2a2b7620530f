package dev.supie.bootstrap.server;

import dev.supie.adapter.in.tls.ServerTls;
import dev.supie.adapter.in.tls.TlsException;
import dev.supie.application.runtime.SystemAlarms;
import dev.supie.bootstrap.config.SupieConfig;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;

/// TLS of both listeners, if the configuration wants it (`server.tls`).
///
/// @param tls empty without it
record TlsWiring(Optional<ServerTls> tls) {

    private static final Logger LOG = System.getLogger(TlsWiring.class.getName());

    /// @param clock the one of the alarms
    static TlsWiring open(
            SupieConfig config, Background background, SystemAlarms alarms, InstantSource clock)
            throws StartException {
        if (config.server().tls().isEmpty()) {
            return new TlsWiring(Optional.empty());
        }
        Path copy = config.data().directory().resolve(DataFiles.HTTP_CERTIFICATE);
        try {
            // The real time, because certificates are dated by it.
            ServerTls tls =
                    ServerTls.open(
                            config.server().tls().get(),
                            InstantSource.system(),
                            certificate -> write(certificate, copy));
            tls.watch(alarms, clock, background);
            return new TlsWiring(Optional.of(tls));
        } catch (TlsException unusable) {
            throw new StartException(
                    (unusable.part() == TlsException.Part.KEY
                                    ? "server.tls.key "
                                    : "server.tls.cert ")
                            + unusable.getMessage(),
                    unusable);
        }
    }

    /// So that commands of this machine, which know the server by its loopback address, know it by
    /// its certificate instead of its name. Nothing but they depends on it, so a failure is one
    /// WARN.
    private static void write(X509Certificate certificate, Path file) {
        try {
            Path draft = file.resolveSibling(DataFiles.HTTP_CERTIFICATE + ".new");
            Files.writeString(draft, pem(certificate));
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException | CertificateEncodingException failure) {
            LOG.log(
                    Level.WARNING,
                    "{0} cannot be written, so commands such as ''supie devices'' need --url: {1}",
                    file,
                    failure.toString());
        }
    }

    private static String pem(X509Certificate certificate) throws CertificateEncodingException {
        return "-----BEGIN CERTIFICATE-----\n"
                + Base64.getMimeEncoder().encodeToString(certificate.getEncoded())
                + "\n-----END CERTIFICATE-----\n";
    }

    /// `ws` or `http` with an `s` under TLS, up to the host.
    String scheme(String plain) {
        return plain + (tls.isPresent() ? "s" : "") + "://";
    }

    /// What badges are sent to should be what the certificate is for.
    ///
    /// @param host the one in the URL that badges are told; empty if the operator wrote the URL
    void warnUnlessFor(Optional<String> host) {
        tls.map(ServerTls::current)
                .filter(credentials -> host.filter(name -> !credentials.isFor(name)).isPresent())
                .ifPresent(
                        credentials ->
                                LOG.log(
                                        Level.WARNING,
                                        "badges are sent to {0}, which the certificate ({1}) is not"
                                                + " for; set server.advertise_ip or server.websocket to"
                                                + " a name that it is for",
                                        host.orElse(""),
                                        credentials));
    }
}
