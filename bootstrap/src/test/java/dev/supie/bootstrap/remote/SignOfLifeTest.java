package dev.supie.bootstrap.remote;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.github.tomakehurst.wiremock.WireMockServer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// ADR 0027: that nobody answers, and that nobody knows, are two things.
@Timeout(30)
final class SignOfLifeTest {

    private static final Duration SHORT = Duration.ofMillis(200);
    private static final Duration LONG = Duration.ofSeconds(20);

    @TempDir private Path folder = Path.of("");

    private void written(String url) throws IOException {
        Files.writeString(folder.resolve("http-url"), url + "\n");
    }

    private Optional<URI> found() throws RemoteServerException, InterruptedException {
        return SignOfLife.of(folder, LONG);
    }

    private void assertUnknown(String server, String why, Duration answerMax) {
        var refused =
                assertThrows(RemoteServerException.class, () -> SignOfLife.of(folder, answerMax));
        assertEquals(
                "whether "
                        + server
                        + " uses this folder cannot be found out ("
                        + why
                        + "); take away "
                        + folder.resolve("http-url")
                        + " if none runs",
                refused.getMessage());
    }

    /// Of a server that answers everything so.
    private void answered(int status, String type, Check check) throws Exception {
        var server = new WireMockServer(options().dynamicPort());
        server.start();
        try {
            server.stubFor(
                    any(anyUrl())
                            .willReturn(
                                    aResponse()
                                            .withStatus(status)
                                            .withHeader("Content-Type", type)
                                            .withBody("openapi: 3.1.0")));
            written(server.baseUrl());
            check.of(server.baseUrl());
        } finally {
            server.stop();
        }
    }

    @FunctionalInterface
    private interface Check {
        void of(String url) throws Exception;
    }

    @Test
    void aFolderWithoutAUrlHasNoServer() throws Exception {
        assertEquals(Optional.empty(), found());
    }

    @Test
    void aSupieIsFoundWhereItWasWritten() throws Exception {
        answered(
                200,
                "application/yaml; charset=utf-8",
                url -> assertEquals(Optional.of(URI.create(url)), found()));
    }

    @Test
    void whatAnswersAsAnotherProgramIsNoServer() throws Exception {
        answered(200, "text/html", _ -> assertEquals(Optional.empty(), found()));
        answered(404, "application/yaml", _ -> assertEquals(Optional.empty(), found()));
    }

    @Test
    void whereNobodyListensIsNoServer() throws Exception {
        int port;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        written("http://127.0.0.1:" + port);
        assertEquals(Optional.empty(), found());
    }

    @Test
    void whoNeverAnswersMayBeTheServer() throws Exception {
        try (var silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String url = "http://127.0.0.1:" + silent.getLocalPort();
            written(url);
            assertUnknown("the server at " + url, "HttpTimeoutException", SHORT);
        }
    }

    @Test
    void whoIsBusyOrFailsMayBeTheServer() throws Exception {
        for (int status : new int[] {429, 500, 503}) {
            answered(
                    status,
                    "text/plain",
                    url ->
                            assertUnknown(
                                    "the server at " + url, "it answers HTTP " + status, LONG));
        }
    }

    @Test
    void whoSpeaksNoTlsMayBeTheServer() throws Exception {
        try (var server = new BrokenTls()) {
            written(server.url());
            var refused = assertThrows(RemoteServerException.class, this::found);
            assertTrue(
                    String.valueOf(refused.getMessage())
                            .startsWith("whether the server at " + server.url() + " uses"),
                    refused::getMessage);
        }
    }

    @Test
    void aUrlThatCannotBeReadMayBeThatOfAServer() throws Exception {
        written("nonsense");
        assertUnknown(
                "a server",
                "not the URL of a server: nonsense; it looks like http://127.0.0.1:8003",
                LONG);
        Files.delete(folder.resolve("http-url"));
        Files.createDirectory(folder.resolve("http-url"));
        assertUnknown(
                "a server",
                folder.resolve("http-url")
                        + " cannot be read (IOException); run this as the user that runs the"
                        + " server",
                LONG);
    }

    /// Answers a greeting of TLS in plain text.
    private static final class BrokenTls implements AutoCloseable {

        private static final byte[] NO_TLS = "HTTP/1.1 400 Bad\r\n\r\n".getBytes(US_ASCII);

        private final ServerSocket socket;

        BrokenTls() throws IOException {
            socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
            Thread.ofVirtual().start(this::answer);
        }

        String url() {
            return "https://127.0.0.1:" + socket.getLocalPort();
        }

        private void answer() {
            while (!socket.isClosed()) {
                try (var connection = socket.accept()) {
                    connection.getInputStream().readNBytes(1);
                    connection.getOutputStream().write(NO_TLS);
                } catch (IOException _) {
                    // The client has gone, or the test is over.
                }
            }
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
