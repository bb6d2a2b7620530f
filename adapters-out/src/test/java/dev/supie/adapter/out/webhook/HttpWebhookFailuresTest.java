package dev.supie.adapter.out.webhook;

import static com.github.tomakehurst.wiremock.client.WireMock.ok;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.application.webhook.port.Attempt;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// HOOK-1: a receiver that misbehaves costs its five seconds and no more. Some tests have less, so
/// that they take less.
class HttpWebhookFailuresTest {

    private static final Duration SHORT = Duration.ofMillis(500);
    private static final String TOO_LATE = "no answer within 0.5 s";

    private static String reason(RawReceiver receiver) {
        return reason(receiver.url());
    }

    private static String reason(String url) {
        return reason(
                Receiver.webhook(Receiver.settings(url, true), InetAddress::getAllByName, SHORT));
    }

    private static String reason(HttpWebhook webhook) {
        return assertInstanceOf(Attempt.Failed.class, webhook.post(Notices.of("m1"))).reason();
    }

    private static void say(Socket connection, String text) throws IOException {
        connection.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    @Test
    void aReceiverThatSaysNothingIsGivenUpAfterFiveSeconds() throws IOException {
        try (RawReceiver silent = new RawReceiver(RawReceiver::swallow)) {
            long begin = System.nanoTime();
            String reason = reason(Receiver.webhook(Receiver.settings(silent.url(), true)));
            Duration taken = Duration.ofNanos(System.nanoTime() - begin);

            assertEquals("no answer within 5.0 s", reason);
            assertTrue(taken.compareTo(Duration.ofMillis(4900)) > 0, taken::toString);
            assertTrue(taken.compareTo(Duration.ofMillis(7000)) < 0, taken::toString);
            silent.awaitEnd();
        }
    }

    @Test
    void aReceiverThatDripsIsCutOff() throws IOException {
        RawReceiver.Behaviour drip =
                connection -> {
                    say(connection, "HTTP/1.1 200 OK\r\nX: ");
                    CountDownLatch never = new CountDownLatch(1);
                    while (!never.await(20, TimeUnit.MILLISECONDS)) {
                        say(connection, "x");
                    }
                };
        try (RawReceiver dripping = new RawReceiver(drip)) {
            assertEquals(TOO_LATE, reason(dripping));
            dripping.awaitEnd();
        }
    }

    @Test
    void anAnswerThatDripsOnAfterItsHeadIsAccepted() throws IOException {
        RawReceiver.Behaviour drip =
                connection -> {
                    say(connection, "HTTP/1.1 200 OK\r\nContent-Length: 9999\r\n\r\n");
                    CountDownLatch never = new CountDownLatch(1);
                    while (!never.await(20, TimeUnit.MILLISECONDS)) {
                        say(connection, "x");
                    }
                };
        try (RawReceiver dripping = new RawReceiver(drip)) {
            HttpWebhook webhook = Receiver.webhook(Receiver.settings(dripping.url(), true));
            assertInstanceOf(Attempt.Accepted.class, webhook.post(Notices.of("m1")));
            dripping.awaitEnd();
        }
    }

    @Test
    void aReceiverThatNeverReadsIsCutOff() throws IOException {
        // Small as notices are, one fits into the buffers between; what counts is the end.
        try (RawReceiver deaf = new RawReceiver(_ -> new CountDownLatch(1).await())) {
            assertEquals(TOO_LATE, reason(deaf));
        }
    }

    @Test
    void aHeadWithoutEndIsCutOff() throws IOException {
        RawReceiver.Behaviour flood =
                connection -> {
                    OutputStream out = connection.getOutputStream();
                    out.write("HTTP/1.1 200 OK\r\n".getBytes(StandardCharsets.ISO_8859_1));
                    byte[] header = "X-Header: value\r\n".getBytes(StandardCharsets.ISO_8859_1);
                    while (true) {
                        out.write(header);
                    }
                };
        try (RawReceiver flooding = new RawReceiver(flood)) {
            assertEquals("the head of its answer is larger than 16384 bytes", reason(flooding));
            flooding.awaitEnd();
        }
    }

    @Test
    void aLineWithoutEndIsCutOff() throws IOException {
        RawReceiver.Behaviour flood =
                connection -> {
                    byte[] line = "H".repeat(4096).getBytes(StandardCharsets.ISO_8859_1);
                    while (true) {
                        connection.getOutputStream().write(line);
                    }
                };
        try (RawReceiver flooding = new RawReceiver(flood)) {
            assertEquals("the head of its answer is larger than 16384 bytes", reason(flooding));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "SSH-2.0-OpenSSH_9.2",
        "HTTP/2 200",
        "HTTP/1.1 20",
        "HTTP/1.1 999 odd",
        "ICY 200 OK",
        "200 OK"
    })
    void whatIsNotHttpIsAFailure(String line) throws IOException {
        RawReceiver.Behaviour speak =
                connection -> {
                    say(connection, line + "\r\n\r\n");
                    RawReceiver.swallow(connection);
                };
        try (RawReceiver other = new RawReceiver(speak)) {
            assertEquals("its answer is not HTTP/1.1", reason(other));
        }
    }

    @Test
    void interimAnswersArePassedOver() throws IOException {
        RawReceiver.Behaviour speak =
                connection -> {
                    say(connection, "HTTP/1.1 103 Early Hints\r\nLink: <a>\r\n\r\n");
                    say(connection, "HTTP/1.0 204\n\n");
                    RawReceiver.swallow(connection);
                };
        try (RawReceiver hinting = new RawReceiver(speak)) {
            HttpWebhook webhook = Receiver.webhook(Receiver.settings(hinting.url(), true));
            assertInstanceOf(Attempt.Accepted.class, webhook.post(Notices.of("m1")));
        }
    }

    @Test
    void aConnectionThatEndsIsAFailure() throws IOException {
        RawReceiver.Behaviour hangUp =
                connection -> {
                    connection.getInputStream().read();
                    connection.shutdownOutput();
                    RawReceiver.swallow(connection);
                };
        try (RawReceiver ending = new RawReceiver(hangUp)) {
            assertEquals("the connection ended without an answer", reason(ending));
        }
    }

    @Test
    void aConnectionThatIsResetIsAFailure() throws IOException {
        RawReceiver.Behaviour reset =
                connection -> {
                    connection.getInputStream().read();
                    connection.setSoLinger(true, 0);
                    connection.close();
                };
        try (RawReceiver resetting = new RawReceiver(reset)) {
            assertEquals("the connection broke", reason(resetting));
        }
    }

    @Test
    void aPortWhereNobodyListensIsAFailure() throws IOException {
        int port;
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = taken.getLocalPort();
        }
        assertEquals("no connection to its host", reason("http://127.0.0.1:" + port + "/"));
    }

    @Test
    void anInterruptEndsThePost() throws IOException, InterruptedException {
        try (RawReceiver silent = new RawReceiver(RawReceiver::swallow)) {
            HttpWebhook webhook = Receiver.webhook(Receiver.settings(silent.url(), true));
            CompletableFuture<String> reason = new CompletableFuture<>();
            Thread poster =
                    Thread.ofVirtual()
                            .start(
                                    () -> {
                                        String told = reason(webhook);
                                        boolean kept = Thread.currentThread().isInterrupted();
                                        reason.complete(kept ? told : "the interrupt got lost");
                                    });
            poster.interrupt();
            assertEquals("interrupted", reason.orTimeout(10, TimeUnit.SECONDS).join());
            poster.join();
        }
    }

    @Test
    void aPostThatHangsHoldsUpNoOther() throws IOException {
        try (RawReceiver silent = new RawReceiver(RawReceiver::swallow);
                Receiver quick = new Receiver()) {
            quick.answer(ok());
            HttpWebhook hanging = Receiver.webhook(Receiver.settings(silent.url(), true));
            Thread poster = Thread.ofVirtual().start(() -> hanging.post(Notices.of("m1")));
            assertInstanceOf(Attempt.Accepted.class, quick.webhook().post(Notices.of("m2")));
            assertTrue(poster.isAlive());
            poster.interrupt();
        }
    }
}
