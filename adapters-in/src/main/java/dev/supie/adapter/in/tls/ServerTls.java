package dev.supie.adapter.in.tls;

import dev.supie.application.runtime.Alarms;

import io.helidon.common.tls.Tls;
import io.helidon.webserver.ListenerConfig;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;

/// TLS for listeners, from two files that may be replaced while they are open.
///
/// The files are looked at every [#LOOK_EVERY]. Once they have changed and then stayed the same for
/// that long, they are read; if they fit together, new connections are shown the new certificate.
/// Otherwise one WARN says why, and the old one stays. Open connections notice nothing.
public final class ServerTls {

    /// A change acts after twice as long at most.
    public static final Duration LOOK_EVERY = Duration.ofSeconds(5);

    private static final Logger LOGGER = System.getLogger(ServerTls.class.getName());

    private final CertificateFiles files;
    private final CurrentCredentials credentials;
    private final SSLContext context;
    private final InstantSource time;
    private final Consumer<X509Certificate> listener;
    private CertificateFiles.State tried;
    private CertificateFiles.State seen;
    private Optional<String> concern = Optional.empty();

    private ServerTls(
            CertificateFiles files,
            CertificateFiles.State before,
            Credentials first,
            InstantSource time,
            Consumer<X509Certificate> listener) {
        this.files = files;
        this.credentials = new CurrentCredentials(first);
        this.context = context(credentials);
        this.time = time;
        this.listener = listener;
        this.tried = before;
        this.seen = before;
    }

    /// Reads the files, and says what clients will have against the certificate.
    ///
    /// @param time the real one, because certificates are dated by it
    /// @param listener is told the certificate now and whenever it is another
    public static ServerTls open(
            CertificateFiles files, InstantSource time, Consumer<X509Certificate> listener)
            throws TlsException {
        // Before they are read, or a change in between would pass unseen.
        CertificateFiles.State before = files.state();
        ServerTls tls = new ServerTls(files, before, files.read(), time, listener);
        tls.accepted();
        return tls;
    }

    private static SSLContext context(KeyManager keys) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(new KeyManager[] {keys}, null, null);
            return context;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has TLS", impossible);
        }
    }

    /// Makes a listener speak TLS and nothing else.
    public void secure(ListenerConfig.BuilderBase<?, ?> builder) {
        builder.tls(Tls.builder().sslContext(context).build());
    }

    public Credentials current() {
        return credentials.newest();
    }

    /// Begins to look for other files, for as long as alarms are rung.
    ///
    /// @param clock the one of the alarms
    public void watch(Alarms alarms, InstantSource clock, Executor background) {
        alarms.at(
                clock.instant().plus(LOOK_EVERY),
                () ->
                        background.execute(
                                () -> {
                                    try {
                                        look();
                                    } finally {
                                        watch(alarms, clock, background);
                                    }
                                }));
    }

    /// Takes other files if they have settled. By one thread at a time.
    void look() {
        CertificateFiles.State now = files.state();
        boolean settled = now.equals(seen);
        seen = now;
        if (settled && !now.equals(tried)) {
            tried = now;
            replace();
        }
        warn();
    }

    private void replace() {
        try {
            credentials.replace(files.read());
            accepted();
        } catch (TlsException unusable) {
            LOGGER.log(
                    Level.WARNING,
                    "the certificate of server.tls stays, because {0} {1}",
                    unusable.part() == TlsException.Part.KEY ? files.key() : files.certificate(),
                    unusable.getMessage());
        }
    }

    private void accepted() {
        LOGGER.log(Level.INFO, "TLS with {0}", current());
        concern = Optional.empty();
        warn();
        listener.accept(current().certificate());
    }

    /// Once for each thing there is to say.
    private void warn() {
        Optional<String> said = current().concern(time.instant());
        if (said.isPresent() && !said.equals(concern)) {
            LOGGER.log(Level.WARNING, "the certificate {0} {1}", files.certificate(), said.get());
        }
        concern = said;
    }
}
