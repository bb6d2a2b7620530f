package dev.supie.adapter.out.webhook;

import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.supie.application.webhook.port.Attempt;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

/// HOOK-1 over TLS: the certificate has to be trusted and be that of the name, although what is
/// connected to is an address that was looked up before.
class TlsTest {

    private static final String PASSWORD = "password";
    private static final String NAME = "receiver.test";
    private static final String UNTRUSTED = "no trusted TLS connection; check its certificate";

    private static Receiver receiver;
    private static SSLSocketFactory trusting;

    @BeforeAll
    static void open(@TempDir Path folder)
            throws IOException, InterruptedException, GeneralSecurityException {
        Path keys = folder.resolve("keys.p12");
        makeCertificate(keys);
        receiver =
                new Receiver(
                                options()
                                        .dynamicHttpsPort()
                                        .keystorePath(keys.toString())
                                        .keystoreType("PKCS12")
                                        .keystorePassword(PASSWORD)
                                        .keyManagerPassword(PASSWORD))
                        .answer(ok());
        trusting = trusting(keys);
    }

    @AfterAll
    static void close() {
        receiver.close();
    }

    private static void makeCertificate(Path keys) throws IOException, InterruptedException {
        String keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        List<String> command =
                List.of(
                        keytool,
                        "-genkeypair",
                        "-alias",
                        "receiver",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=" + NAME,
                        "-ext",
                        "san=dns:" + NAME,
                        "-validity",
                        "2",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        keys.toString(),
                        "-storepass",
                        PASSWORD,
                        "-keypass",
                        PASSWORD);
        Process made =
                new ProcessBuilder(command)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        assertEquals(0, made.waitFor());
    }

    private static SSLSocketFactory trusting(Path keys)
            throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(keys.toFile(), PASSWORD.toCharArray());
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("receiver", store.getCertificate("receiver"));
        var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context.getSocketFactory();
    }

    private Attempt post(String host, int port, SSLSocketFactory tls) {
        WebhookSettings settings = Receiver.settings("https://" + host + ":" + port + "/", true);
        Names names = _ -> new InetAddress[] {InetAddress.ofLiteral("127.0.0.1")};
        return Receiver.webhook(settings, names, tls, HttpWebhook.TIME_MAX).post(Notices.of("m1"));
    }

    private static String reason(Attempt attempt) {
        return assertInstanceOf(Attempt.Failed.class, attempt).reason();
    }

    @Test
    void aTrustedCertificateOfTheNameIsFine() {
        assertInstanceOf(Attempt.Accepted.class, post(NAME, receiver.tlsPort(), trusting));
    }

    @Test
    void aCertificateOfAnotherNameIsNot() {
        assertEquals(UNTRUSTED, reason(post("other.test", receiver.tlsPort(), trusting)));
    }

    @Test
    void aCertificateThatNobodyVouchesForIsNot() {
        var usual = (SSLSocketFactory) SSLSocketFactory.getDefault();
        int before = receiver.requests().size();
        assertEquals(UNTRUSTED, reason(post(NAME, receiver.tlsPort(), usual)));
        assertEquals(before, receiver.requests().size());
    }

    @Test
    void aPortWithoutTlsIsNot() {
        assertEquals(UNTRUSTED, reason(post(NAME, receiver.port(), trusting)));
    }
}
