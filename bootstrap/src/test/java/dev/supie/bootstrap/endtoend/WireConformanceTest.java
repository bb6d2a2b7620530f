package dev.supie.bootstrap.endtoend;

import static dev.supie.adapter.in.websocket.ClientFrame.CLOSE;
import static dev.supie.adapter.in.websocket.ClientFrame.CONTINUATION;
import static dev.supie.adapter.in.websocket.ClientFrame.PING;
import static dev.supie.adapter.in.websocket.ClientFrame.TEXT;
import static dev.supie.adapter.in.websocket.ClientFrame.close;
import static dev.supie.adapter.in.websocket.ClientFrame.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.supie.adapter.in.websocket.ClientFrame;
import dev.supie.adapter.in.websocket.ConformanceCases;
import dev.supie.adapter.in.websocket.RawPeer;
import dev.supie.bootstrap.server.StartException;

import jakarta.json.JsonObject;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/// The table of raw bytes of the WebSocket layer, played against the started server: bytes in,
/// bytes out, down to the end of TCP. It does not echo, so where the table says that a text comes
/// back, the server says that it is no message (MSG-3), and what it says to binary is nothing.
@Timeout(60)
final class WireConformanceTest {

    private static final AtomicInteger BADGES = new AtomicInteger();
    private static Site site;
    private static int port;

    @BeforeAll
    static void start(@TempDir Path folder) throws StartException {
        site = Site.open(folder);
        port = URI.create(site.deviceUrl()).getPort();
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("dev.supie.adapter.in.websocket.ConformanceCases#all")
    void rfc6455OverTheRealListener(ConformanceCases.Case wanted) {
        try (RawPeer peer = badge()) {
            peer.send(wanted.sent());
            List<String> answers =
                    wanted.answers().stream()
                            .filter(answer -> !answer.startsWith("binary "))
                            .map(WireConformanceTest::asTheServerSaysIt)
                            .toList();
            for (String answer : answers) {
                assertEquals(answer, next(peer));
            }
            switch (wanted.ending()) {
                case STILL_OPEN -> {
                    peer.send(close(1000, ""));
                    assertEquals("close 1000", next(peer));
                }
                case SERVER_CLOSED -> peer.send(frame(CLOSE, ""));
                case BOTH_CLOSED -> {}
                case PEER_DROPPED -> peer.endSending();
            }
            assertTrue(peer.readsEnd());
        }
    }

    /// The content survives whatever the message is cut into: the mark comes back (MSG-5).
    @Test
    void aMessageOfManyLanguagesInOneByteFragmentsIsUnderstood() {
        String ping = "{\"type\":\"ping\",\"rid\":\"徽章 κόσμε 🙂\"}";
        byte[] bytes = ping.getBytes(UTF_8);
        try (RawPeer peer = badge()) {
            for (int at = 0; at < bytes.length; at++) {
                byte[] one = {bytes[at]};
                ClientFrame part = frame(at == 0 ? TEXT : CONTINUATION, one);
                peer.send(at == bytes.length - 1 ? part : part.notFinal(), frame(PING, "p"));
            }
            String answer = next(peer);
            while (answer.equals("pong p")) {
                answer = next(peer);
            }
            assertEquals("{\"type\":\"pong\",\"rid\":\"徽章 κόσμε 🙂\"}", answer);
        }
    }

    private static RawPeer badge() {
        RawPeer peer = RawPeer.connect(port);
        String path = "/supie/v1/?device-id=raw-" + BADGES.incrementAndGet();
        peer.upgrade(RawPeer.HANDSHAKE.replace("/ws", path));
        String welcome = peer.readFrame();
        assertTrue(welcome.startsWith("text {\"type\":\"hello\","), welcome);
        return peer;
    }

    /// The next frame that the table speaks of: what the server tells every badge is passed over,
    /// and of an error only the code counts.
    private static String next(RawPeer peer) {
        while (true) {
            String frame = peer.readFrame();
            if (!frame.startsWith("text ")) {
                return frame.replaceFirst("^(close \\d+).*", "$1");
            }
            JsonObject message = Messages.parsed(frame.substring("text ".length()));
            switch (message.getString("type")) {
                case "error" -> {
                    return message.getString("code");
                }
                case "pong" -> {
                    return message.toString();
                }
                default -> {}
            }
        }
    }

    private static String asTheServerSaysIt(String answer) {
        if (answer.startsWith("text too large: ")) {
            return "MESSAGE_TOO_LARGE";
        }
        return answer.startsWith("text ") ? "INVALID_REQUEST" : answer;
    }
}
