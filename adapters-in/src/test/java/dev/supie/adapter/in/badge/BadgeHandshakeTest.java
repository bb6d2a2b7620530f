package dev.supie.adapter.in.badge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.adapter.in.badge.RecordingConnections.Event;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocketHandshakeException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletionException;

/// Who gets in, over real sockets (HS-1, HS-2, NET-3; T10 to T12).
class BadgeHandshakeTest {

    private static final String SWITCHING = "HTTP/1.1 101 Switching Protocols";

    private final RunningBadgeServer server = new RunningBadgeServer();

    @AfterEach
    void stop() {
        server.close();
    }

    /// Header order and spelling of stock firmware; Host without a port, no Origin.
    @Test
    void t10TheHandshakeOfStockFirmwareIsAccepted() throws IOException {
        String request =
                """
                GET /xiaozhi/v1/ HTTP/1.1
                Host: 127.0.0.1
                Authorization: Bearer test-token
                Client-Id: 7b94d69a-9808-4c59-9c9b-704333b38aff
                Connection: Upgrade
                Device-Id: AA:BB:CC:DD:EE:FF
                Protocol-Version: 1
                Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==
                Sec-WebSocket-Version: 13
                Upgrade: websocket

                """
                        .replace("\n", "\r\n");
        try (RawBadge badge = new RawBadge(server.port())) {
            List<String> head = badge.request(request);
            assertEquals(SWITCHING, head.getFirst());
            assertTrue(badge.readText().startsWith("{'type':'hello','transport':'websocket',"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits"})
    void t11NoExtensionIsNegotiated(String offer) throws IOException {
        try (RawBadge badge = new RawBadge(server.port())) {
            List<String> head =
                    badge.request(
                            offer.isEmpty()
                                    ? RawBadge.handshake("/supie/v1/")
                                    : RawBadge.handshake("/supie/v1/", offer));
            assertEquals(SWITCHING, head.getFirst());
            assertTrue(
                    head.stream()
                            .map(line -> line.toLowerCase(Locale.ROOT))
                            .noneMatch(line -> line.startsWith("sec-websocket-extensions")));
        }
    }

    @ParameterizedTest(name = "{0} with {1} is {2}")
    @CsvSource(
            nullValues = "-",
            value = {
                "/supie/v1/, Device-Id: AA:BB:01, aa:bb:01",
                "/supie/v1/, device-id: aa:bb:02, aa:bb:02",
                "/supie/v1/, DEVICE-ID: aa:bb:03, aa:bb:03",
                "/supie/v1/, X-Device-Id: aa:bb:04, aa:bb:04",
                "/supie/v1/, device_id: aa:bb:05, aa:bb:05",
                "/supie/v1/, Device-Id: \"aa:bb:06\", aa:bb:06",
                "/supie/v1/, Device-Id: aa%3Abb%3A07, aa:bb:07",
                "/supie/v1/, Client-Id: 7B94D69A, 7b94d69a",
                "/supie/v1/?device-id=AA:BB:08, -, aa:bb:08",
                "/supie/v1/?device-id=AA%3ABB%3A09, -, aa:bb:09",
                "/supie/v1/?device_id=%22aa%22&client-id=x&authorization=Bearer%20t, -, aa",
                "/supie/v1?client_id=web-1, -, web-1",
                "/xiaozhi/v1/?device-id=%E5%BE%BD, Device-Id: other, 徽",
                "/xiaozhi/v1/?client-id=c, Device-Id: d, d",
                "/supie/v1/, -, auto-0a1b2c3d",
                "/supie/v1/?device-id=, -, auto-0a1b2c3d",
            })
    void t12IdsComeFromTheQueryOrTheHeaders(String path, String header, String device)
            throws IOException, InterruptedException {
        try (RawBadge badge = new RawBadge(server.port())) {
            String request =
                    header == null ? RawBadge.handshake(path) : RawBadge.handshake(path, header);
            assertEquals(SWITCHING, badge.request(request).getFirst());
            var admitted =
                    (Event.Admitted) server.core.await(event -> event instanceof Event.Admitted);
            assertEquals(device, admitted.device().value());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/supie/v1/", "/supie/v1", "/xiaozhi/v1/", "/xiaozhi/v1"})
    void net3EveryPathIsServedWithAndWithoutItsLastSlash(String path) throws InterruptedException {
        try (BadgeClient badge = server.connect(path)) {
            assertTrue(badge.read().startsWith("{'type':'hello',"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/supie", "/supie/v1/x", "/supie/v2/", "/SUPIE/v1/", "/other"})
    void net3OtherPathsAreLeftToHttp(String path) throws IOException {
        try (RawBadge badge = new RawBadge(server.port())) {
            assertEquals("HTTP/1.1 200 OK", badge.request(RawBadge.handshake(path)).getFirst());
        }
        assertEquals(List.of(), server.core.past());
    }

    @Test
    void net1APlainGetOfTheSamePathIsLeftToHttp() throws IOException, InterruptedException {
        URI address = URI.create("http://127.0.0.1:" + server.port() + "/supie/v1/");
        try (HttpClient http = HttpClient.newHttpClient()) {
            var answer =
                    http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
            assertEquals(200, answer.statusCode());
            assertEquals(RunningBadgeServer.PAGE, answer.body());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "device-id=a%00b, the id contains control characters",
        "device-id=%FF, the id is not valid UTF-8 after percent-decoding",
        "client-id=a%0d%0aSet-Cookie:b, the id contains control characters",
    })
    void hs1AnUnusableIdIsRefusedBeforeTheUpgrade(String query, String reason) throws IOException {
        try (RawBadge badge = new RawBadge(server.port())) {
            String request = RawBadge.handshake("/supie/v1/?" + query);
            assertTrue(badge.request(request).getFirst().startsWith("HTTP/1.1 400 "));
            assertEquals(reason, badge.body().strip());
        }
        assertEquals(List.of(), server.core.past());
    }

    @Test
    void hs1AnIdOf129CharactersIsRefused() {
        assertEquals(400, refusedStatus("/supie/v1/?device-id=" + "x".repeat(129)));
    }

    @Test
    void hs2AFullServerRefusesWith503UntilABadgeLeaves() throws InterruptedException {
        server.core.limitTo(1);
        try (BadgeClient first = server.welcomed()) {
            assertEquals(503, refusedStatus("/supie/v1/?device-id=b"));
            first.pullTheCable();
            server.core.await(event -> event instanceof Event.Ended);
        }
        try (BadgeClient second = server.connect("/supie/v1/?device-id=b")) {
            assertTrue(second.read().startsWith("{'type':'hello',"));
        }
    }

    @Test
    void con6ADrainingServerRefusesWith503AndSaysWhenToComeBack() throws IOException {
        var _ = server.core.drain();
        try (RawBadge badge = new RawBadge(server.port())) {
            List<String> head = badge.request(RawBadge.handshake("/supie/v1/"));
            assertTrue(head.getFirst().startsWith("HTTP/1.1 503 "), head.getFirst());
            assertTrue(head.contains("Retry-After: 10"), head.toString());
            assertEquals("the server is shutting down, try again", badge.body().strip());
        }
    }

    @Test
    void pathsOfTheConfigurationBeginWithASlash() {
        assertThrows(IllegalArgumentException.class, () -> BadgePaths.of(List.of("supie/v1")));
        assertTrue(BadgePaths.of(List.of("/a", "/b/")).contains("/b"));
        assertTrue(BadgePaths.of(List.of("/a", "/b/")).contains("/a/"));
    }

    private int refusedStatus(String path) {
        CompletionException refused =
                assertThrows(CompletionException.class, () -> server.connect(path).close());
        return assertInstanceOf(WebSocketHandshakeException.class, refused.getCause())
                .getResponse()
                .statusCode();
    }
}
