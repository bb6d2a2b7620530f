package dev.supie.adapter.in.tls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.helidon.webserver.WebServer;
import io.helidon.webserver.WebServerConfig;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;

/// A listener with TLS over real sockets, whose files are replaced while it is open.
final class ServerTlsTest {

    private static final int ANSWER_MILLIS_MAX = 30_000;

    @TempDir private Path folder = Path.of("");

    private final List<String> told = new ArrayList<>();
    private MadeCertificate first;
    private MadeCertificate second;
    private ServerTls tls;
    private WebServer server;

    @BeforeEach
    void start() throws Exception {
        first = MadeCertificate.make(folder, "first", "-keyalg", "EC");
        second = MadeCertificate.make(folder, "second", "-keyalg", "RSA");
        tls = ServerTls.open(first.files(), InstantSource.system(), this::told);
        WebServerConfig.Builder builder =
                WebServer.builder()
                        .host("127.0.0.1")
                        .shutdownHook(false)
                        .routing(routes -> routes.get("/", (_, answer) -> answer.send("here")));
        tls.secure(builder);
        server = builder.build().start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    private void told(X509Certificate certificate) {
        told.add(certificate.getSubjectX500Principal().getName());
    }

    private SSLSocket connect(SSLContext trusted) throws IOException {
        SSLSocket socket =
                (SSLSocket) trusted.getSocketFactory().createSocket("127.0.0.1", server.port());
        socket.setSoTimeout(ANSWER_MILLIS_MAX);
        return socket;
    }

    private static String ask(SSLSocket socket) throws IOException {
        socket.getOutputStream().write("GET / HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(US_ASCII));
        var answer = new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII));
        String status = Objects.requireNonNull(answer.readLine());
        String header = status;
        while (!header.isEmpty()) {
            header = Objects.requireNonNull(answer.readLine());
        }
        char[] body = new char[4];
        assertEquals(4, answer.read(body));
        return status + " " + new String(body);
    }

    private String served(MadeCertificate trusted) throws IOException, GeneralSecurityException {
        try (SSLSocket socket = connect(trusted.trusted())) {
            ask(socket);
            return ((X509Certificate) socket.getSession().getPeerCertificates()[0])
                    .getSubjectX500Principal()
                    .getName();
        }
    }

    @Test
    void newConnectionsAreShownTheNewCertificateAndOldOnesGoOn() throws Exception {
        try (SSLSocket old = connect(first.trusted())) {
            assertEquals("HTTP/1.1 200 OK here", ask(old));

            second.writeTo(first.files());
            tls.look();
            tls.look();

            assertEquals("CN=second", served(second));
            assertThrows(SSLException.class, () -> served(first));
            assertEquals("HTTP/1.1 200 OK here", ask(old));
        }
        assertEquals(List.of("CN=first", "CN=second"), told);
    }

    /// Whoever replaces two files is seen between them.
    @Test
    void changeIsLeftToSettle() throws Exception {
        second.writeTo(first.files());

        tls.look();

        assertEquals("CN=first", served(first));
        tls.look();
        assertEquals("CN=second", served(second));
    }

    @Test
    void filesThatDoNotFitTogetherChangeNothingUntilTheyDo() throws Exception {
        Files.writeString(
                first.files().certificate(), Files.readString(second.files().certificate()));
        tls.look();
        tls.look();
        assertEquals("CN=first", served(first));

        Files.writeString(first.files().key(), Files.readString(second.files().key()));
        tls.look();
        tls.look();

        assertEquals("CN=second", served(second));
    }

    @Test
    void filesThatAreGoneChangeNothing() throws Exception {
        Files.delete(first.files().key());
        tls.look();
        tls.look();

        assertEquals("CN=first", served(first));
    }

    @Test
    void certificateTakesTurnsForHandshakesUnderWay() throws Exception {
        CurrentCredentials credentials = new CurrentCredentials(first.files().read());
        String name = Objects.requireNonNull(credentials.chooseServerAlias("EC", null, null));

        credentials.replace(second.files().read());

        assertNotNull(credentials.getCertificateChain(name));
        assertEquals(first.files().read().key(), credentials.getPrivateKey(name));
        assertNull(credentials.chooseServerAlias("EC", null, null));
    }
}
