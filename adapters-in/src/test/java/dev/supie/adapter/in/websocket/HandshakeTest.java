package dev.supie.adapter.in.websocket;

import static dev.supie.adapter.in.websocket.ClientFrame.TEXT;
import static dev.supie.adapter.in.websocket.ClientFrame.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.supie.adapter.in.websocket.HandshakeDecision.Accept;
import dev.supie.adapter.in.websocket.HandshakeDecision.NotHere;
import dev.supie.adapter.in.websocket.HandshakeDecision.Refuse;

import io.helidon.common.socket.SocketOptions;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

class HandshakeTest {

    private final BlockingQueue<HandshakeRequest> requests = new LinkedBlockingQueue<>();
    private final TestServer server =
            TestServer.start(
                    this::decide,
                    builder ->
                            builder.routing(
                                    routing ->
                                            routing.get(
                                                    "/*",
                                                    (_, response) ->
                                                            response.send("Server is running"))));

    @AfterEach
    void stop() {
        server.close();
    }

    private HandshakeDecision decide(HandshakeRequest request) {
        requests.add(request);
        return switch (request.path()) {
            case "/ws" -> new Accept(new EchoListener());
            case "/full" -> new Refuse(503, "full", Map.of("Retry-After", "7"));
            case "/broken" -> throw new IllegalStateException("secret of the test");
            default -> new NotHere();
        };
    }

    @Test
    void answersAGoodRequestAsTheRfcShowsIt() {
        try (RawPeer peer = RawPeer.connect(server.port())) {
            peer.send(RawPeer.HANDSHAKE.getBytes(ISO_8859_1));
            assertEquals(
                    """
                    HTTP/1.1 101 Switching Protocols\r
                    Upgrade: websocket\r
                    Connection: Upgrade\r
                    Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r
                    \r
                    """,
                    peer.readHead());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Upgrade: WebSocket",
                "Upgrade: WEBSOCKET",
                "upgrade: wEbSoCkEt",
                "Upgrade: h2c, WebSocket",
                "Upgrade:websocket"
            })
    void readsTheUpgradeHeaderInAnySpelling(String header) {
        assertEquals("101", statusOf(RawPeer.HANDSHAKE.replace("Upgrade: websocket", header)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Connection: upgrade",
                "Connection: keep-alive, Upgrade",
                "connection: keep-alive,UPGRADE , x"
            })
    void readsTheConnectionHeaderInAnySpelling(String header) {
        assertEquals("101", statusOf(RawPeer.HANDSHAKE.replace("Connection: Upgrade", header)));
    }

    @Test
    void readsFramesThatCameWithTheHandshake() {
        try (RawPeer peer = RawPeer.connect(server.port())) {
            ByteArrayOutputStream packet = new ByteArrayOutputStream();
            packet.writeBytes(RawPeer.HANDSHAKE.getBytes(ISO_8859_1));
            packet.writeBytes(frame(TEXT, "early").bytes());
            peer.send(packet.toByteArray());
            assertTrue(peer.readHead().startsWith("HTTP/1.1 101 "));
            assertEquals("text early", peer.readFrame());
        }
    }

    @Test
    void upgradesAConnectionThatServedHttpBefore() {
        try (RawPeer peer = RawPeer.connect(server.port())) {
            peer.send(get("/ws").getBytes(ISO_8859_1));
            assertTrue(peer.readAnswer().endsWith("Server is running"));
            peer.upgrade();
            peer.send(frame(TEXT, "now"));
            assertEquals("text now", peer.readFrame());
        }
    }

    /// NET-1: the same path answers a browser that only looks.
    @Test
    void leavesAPlainGetToHttp() {
        String answer = answerTo(get("/ws"));
        assertTrue(answer.startsWith("HTTP/1.1 200 "));
        assertTrue(answer.endsWith("Server is running"));
        assertTrue(requests.isEmpty());
    }

    @Test
    void leavesAPathWithoutWebSocketToHttp() {
        String answer = answerTo(RawPeer.HANDSHAKE.replace("/ws", "/elsewhere"));
        assertTrue(answer.startsWith("HTTP/1.1 200 "));
    }

    @Test
    void leavesAnUpgradeThatConnectionDoesNotNameToHttp() {
        String answer = answerTo(RawPeer.HANDSHAKE.replace("Connection: Upgrade\r\n", ""));
        assertTrue(answer.startsWith("HTTP/1.1 200 "));
        assertTrue(requests.isEmpty());
    }

    @Test
    void leavesAPostToHttp() {
        assertEquals("404", statusOf(RawPeer.HANDSHAKE.replace("GET", "POST")));
        assertTrue(requests.isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Sec-WebSocket-Version: 8\r\n", ""})
    void asksForTheOneVersion(String header) {
        String answer =
                answerTo(RawPeer.HANDSHAKE.replace("Sec-WebSocket-Version: 13\r\n", header));
        assertTrue(answer.startsWith("HTTP/1.1 426 Upgrade Required\r\n"));
        assertTrue(answer.contains("\r\nSec-WebSocket-Version: 13\r\n"));
        assertTrue(requests.isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Sec-WebSocket-Key: c2hvcnQ=\r\n",
                "Sec-WebSocket-Key: ***\r\n",
                """
                Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r
                Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r
                """
            })
    void asksForOneKeyOfSixteenBytes(String header) {
        String key = "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n";
        assertEquals("400", statusOf(RawPeer.HANDSHAKE.replace(key, header)));
        assertTrue(requests.isEmpty());
    }

    /// HS-2: a refusal is HTTP, and the connection ends with it.
    @Test
    void refusesInHttp() {
        try (RawPeer peer = RawPeer.connect(server.port())) {
            peer.send(RawPeer.HANDSHAKE.replace("/ws", "/full").getBytes(ISO_8859_1));
            assertEquals(
                    """
                    HTTP/1.1 503 Service Unavailable\r
                    Retry-After: 7\r
                    Content-Type: text/plain; charset=utf-8\r
                    Content-Length: 4\r
                    Connection: close\r
                    \r
                    full\
                    """,
                    peer.readAnswer());
            assertTrue(peer.readsEnd());
        }
    }

    @Test
    void saysNothingOfWhatBroke() {
        String answer = answerTo(RawPeer.HANDSHAKE.replace("/ws", "/broken"));
        assertTrue(answer.startsWith("HTTP/1.1 500 "));
        assertFalse(answer.contains("secret"));
    }

    @Test
    void showsTheEndpointTheWholeRequest() throws InterruptedException {
        String path = "/elsewhere%20x/?device-id=AA%3aBB&b&b=1&=e&c=x=y&";
        answerTo(
                RawPeer.HANDSHAKE
                        .replace("GET /ws", "GET " + path)
                        .replace(
                                "Host: localhost",
                                "Host: localhost\r\nDevice-Id: Ä\r\nX-A: 1\r\nX-A: 2"));
        HandshakeRequest request = requests.poll(10, TimeUnit.SECONDS);
        assertEquals("/elsewhere x/", request.path());
        assertEquals(List.of("device-id", "b", "", "c"), List.copyOf(request.query().keySet()));
        assertEquals(List.of("AA%3aBB"), request.query().get("device-id"));
        assertEquals(List.of("", "1"), request.query().get("b"));
        assertEquals(List.of("x=y"), request.query().get("c"));
        assertEquals(List.of("1", "2"), request.headers().get("x-a"));
        assertEquals(List.of("localhost"), request.headers().get("host"));
        assertTrue(request.remoteAddress().toString().startsWith("/127.0.0.1:"));
    }

    @Test
    void upgradesAConnectionThatAskedForAnotherPathBefore() {
        try (RawPeer peer = RawPeer.connect(server.port())) {
            peer.send(RawPeer.HANDSHAKE.replace("/ws", "/elsewhere").getBytes(ISO_8859_1));
            assertTrue(peer.readAnswer().startsWith("HTTP/1.1 200 "));
            peer.upgrade();
        }
    }

    /// Without the accepted socket a stalled peer could not be cut, so it must show at once.
    @Test
    void failsLoudlyIfTheListenerWasSetUpOtherwiseAfterwards() {
        try (TestServer wrong =
                        TestServer.start(
                                this::decide,
                                builder -> builder.connectionOptions(SocketOptions.create()));
                RawPeer peer = RawPeer.connect(wrong.port())) {
            peer.send(RawPeer.HANDSHAKE.getBytes(ISO_8859_1));
            assertTrue(peer.readHead().startsWith("HTTP/1.1 500 "));
            assertTrue(requests.isEmpty());
        }
    }

    @Test
    void aRequestKeepsItsCredentialsOutOfLogs() {
        HandshakeRequest request =
                new HandshakeRequest(
                        "/ws",
                        Map.of("token", List.of("secret")),
                        Map.of("authorization", List.of("secret")),
                        new java.net.InetSocketAddress(1));
        assertFalse(request.toString().contains("secret"));
    }

    @ParameterizedTest
    @ValueSource(ints = {HEADER_ROOM, HEADER_ROOM + 2 * 1024})
    void hasRoomForAToken(int length) {
        String header = "Authorization: Bearer " + "t".repeat(length) + "\r\n\r\n";
        String request = RawPeer.HANDSHAKE.replaceFirst("\r\n\r\n$", "\r\n" + header);
        assertEquals(length == HEADER_ROOM ? "101" : "400", statusOf(request));
        String query = RawPeer.HANDSHAKE.replace("/ws", "/ws?token=" + "t".repeat(length));
        assertEquals(length == HEADER_ROOM ? "101" : "414", statusOf(query));
    }

    private static final int HEADER_ROOM = 15 * 1024;

    private String get(String path) {
        return "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
    }

    private String statusOf(String request) {
        try (RawPeer peer = RawPeer.connect(server.port())) {
            peer.send(request.getBytes(ISO_8859_1));
            return peer.readHead().substring("HTTP/1.1 ".length(), "HTTP/1.1 200".length());
        }
    }

    private String answerTo(String request) {
        try (RawPeer peer = RawPeer.connect(server.port())) {
            peer.send(request.getBytes(ISO_8859_1));
            return peer.readAnswer();
        }
    }
}
