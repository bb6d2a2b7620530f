package dev.supie.bootstrap.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.adapter.out.webhook.SigningKey;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// `supie webhook-echo` over a real socket.
final class WebhookEchoTest {

    private static final String SECRET = "topsecret";
    private static final Instant NOW = Instant.parse("2026-11-21T09:00:00Z");
    private static final String TIMESTAMP = "1795251600";

    private final StringWriter out = new StringWriter();
    private final HttpClient client = HttpClient.newHttpClient();
    private WebhookEcho echo = start(Optional.of(SECRET));

    private WebhookEcho start(Optional<String> secret) {
        return WebhookEcho.start(0, secret, InstantSource.fixed(NOW), new PrintWriter(out));
    }

    @AfterEach
    void close() {
        echo.close();
        client.shutdownNow();
    }

    private HttpResponse<String> post(String body, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(echo.url() + "hook"))
                        .POST(BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> postSigned(String body) throws IOException, InterruptedException {
        SigningKey key = new SigningKey(SECRET);
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return post(
                body,
                "X-Meeting-Event-Id",
                "finalized-m1",
                "X-Meeting-Timestamp",
                TIMESTAMP,
                "X-Meeting-Signature",
                key.signature(bytes),
                "X-Meeting-Signature-V2",
                key.signature(TIMESTAMP, bytes));
    }

    @Test
    void aGoodPostIsPrintedAndAnswered200() throws IOException, InterruptedException {
        assertEquals(200, postSigned("{\"title\":\"周会\"}").statusCode());

        assertEquals(
                """
                POST /hook finalized-m1, 18 bytes
                  both signatures are right
                  {"title":"周会"}
                """,
                out.toString());
    }

    @Test
    void aPostWithoutABodyIsOneToo() throws IOException, InterruptedException {
        assertEquals(401, post("").statusCode());
        assertTrue(out.toString().startsWith("POST /hook without event id, 0 bytes\n"));
    }

    @Test
    void aRepetitionIsSaid() throws IOException, InterruptedException {
        postSigned("{}");
        postSigned("{}");

        assertTrue(
                out.toString().contains("  a repetition: this event came 1 times before\n"),
                out::toString);
    }

    @Test
    void aBadPostIsAnswered401WithTheReasons() throws IOException, InterruptedException {
        HttpResponse<String> response = post("{}");

        assertEquals(401, response.statusCode());
        assertEquals(
                """
                X-Meeting-Signature is missing
                X-Meeting-Timestamp is missing
                X-Meeting-Signature-V2 is missing
                """,
                response.body());
        assertTrue(out.toString().contains("  X-Meeting-Signature is missing\n"), out::toString);
        assertTrue(out.toString().startsWith("POST /hook without event id, 2 bytes\n"));
    }

    @Test
    void withoutASecretNothingIsVerified() throws IOException, InterruptedException {
        echo.close();
        echo = start(Optional.empty());

        assertEquals(200, post("{}").statusCode());
        assertTrue(
                out.toString().contains("  signatures not verified: give the secret with --secret"),
                out::toString);
    }

    @Test
    void nothingThatIsSentControlsTheTerminal() throws IOException, InterruptedException {
        post("a\u001b[2Jb\u0007\r\nPOST /fake\u202e", "X-Meeting-Event-Id", "\u00e9");

        assertFalse(out.toString().contains("\u001b"));
        assertFalse(out.toString().contains("\u202e"));
        assertTrue(out.toString().contains("  a?[2Jb???POST /fake?\n"), out::toString);
    }

    @Test
    void onlyPostsAreReceived() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(echo.url())).GET().build();

        assertEquals(405, client.send(request, BodyHandlers.ofString()).statusCode());
        assertEquals("", out.toString());
    }

    @ParameterizedTest
    @ValueSource(ints = {WebhookEcho.BODY_BYTES_MAX + 1, WebhookEcho.REFUSED_BYTES_MAX})
    void aBodyThatIsTooLargeIsRefused(int length) throws IOException, InterruptedException {
        assertEquals(413, post("x".repeat(length)).statusCode());
        assertEquals("", out.toString());
    }

    @Test
    void aBodyOfTheGreatestLengthIsReported() throws IOException, InterruptedException {
        post("x".repeat(WebhookEcho.BODY_BYTES_MAX));
        assertTrue(out.toString().contains("xxx"));
    }

    @Test
    void aPortThatIsTakenIsNoPlaceToListen() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            assertFalse(WebhookEcho.canListen(taken.getLocalPort()));
        }
        assertTrue(WebhookEcho.canListen(0));
    }
}
