package dev.supie.adapter.in.websocket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.helidon.common.tls.Tls;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.WebServerConfig;
import io.helidon.webserver.http.ServerResponse;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

import javax.net.SocketFactory;
import javax.net.ssl.SSLContext;

/// A peer that asks by HTTP and does not read its answer: what the answer keeps is free in time.
class StalledReaderTest {

    private static final byte[] GET =
            "GET /endless HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(ISO_8859_1);
    private static final byte[] GET_LONG =
            "GET /long HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(ISO_8859_1);
    private static final byte[] PART = new byte[32 * 1024];
    private static final String LONG = "0123456".repeat(100_000);
    private static final Duration STEP = Duration.ofSeconds(1);

    private final ManualTime time = new ManualTime();

    /// How many parts of the endless answer the socket has taken.
    private final AtomicLong written = new AtomicLong();

    private final CompletableFuture<Exception> ended = new CompletableFuture<>();

    @Test
    void isCutAfterTheWriteDeadline() throws InterruptedException {
        try (TestServer server = server(_ -> {})) {
            isCut(server, SocketFactory.getDefault());
        }
    }

    @Test
    void isCutUnderTlsToo(@TempDir Path folder)
            throws IOException, InterruptedException, GeneralSecurityException {
        SSLContext context = TestCertificate.makeIn(folder);
        Tls tls = Tls.builder().sslContext(context).build();
        try (TestServer server = server(builder -> builder.tls(tls))) {
            isCut(server, context.getSocketFactory());
        }
    }

    /// Every piece has its own time.
    @Test
    void whoReadsSlowlyIsNot() throws IOException, InterruptedException {
        try (TestServer server = server(_ -> {});
                Socket slow = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            slow.getOutputStream().write(GET);
            for (int round = 0; round < 3; round++) {
                untilStuck();
                time.advance(HttpSocket.WRITE_MAX.minusMillis(1));
                long before = written.get();
                while (before == written.get()) {
                    assertEquals(PART.length, slow.getInputStream().readNBytes(PART.length).length);
                }
            }
            assertFalse(ended.isDone());
        }
    }

    @Test
    void aLongAnswerArrivesWholeAndNobodyIsCutBehindIt() {
        try (TestServer server = server(_ -> {});
                RawPeer peer = RawPeer.connect(server.port())) {
            peer.send(GET_LONG);
            String answer = peer.readAnswer();
            assertEquals(LONG, answer.substring(answer.indexOf("\r\n\r\n") + 4));
            peer.send(GET_LONG);
            assertEquals(answer.length(), peer.readAnswer().length());
        }
    }

    private TestServer server(Consumer<WebServerConfig.Builder> more) {
        return TestServer.accepting(
                EchoListener::new,
                time,
                builder -> {
                    builder.routing(
                            routing ->
                                    routing.get("/endless", (_, response) -> endless(response))
                                            .get("/long", (_, response) -> response.send(LONG)));
                    more.accept(builder);
                });
    }

    private void endless(ServerResponse response) {
        try {
            OutputStream out = response.outputStream();
            while (!ended.isDone()) {
                out.write(PART);
                written.incrementAndGet();
            }
        } catch (IOException | UncheckedIOException gone) {
            ended.complete(gone);
            throw new CloseConnectionException("as planned", gone);
        }
    }

    private void isCut(TestServer server, SocketFactory sockets) throws InterruptedException {
        try (RawPeer stalled = RawPeer.connect(sockets, server.port())) {
            stalled.send(GET);
            untilStuck();
            assertFalse(ended.isDone(), "it waits");

            for (int step = 0; step < 100 && !ended.isDone(); step++) {
                time.advance(STEP);
                untilStuck();
            }

            assertTrue(ended.isDone());
        }
    }

    /// Until nothing more is taken, which is when the kernel's buffers are full.
    private void untilStuck() throws InterruptedException {
        long before = -1;
        while (!ended.isDone() && (before != written.get() || before == 0)) {
            before = written.get();
            assertFalse(new CountDownLatch(1).await(100, TimeUnit.MILLISECONDS));
        }
    }
}
