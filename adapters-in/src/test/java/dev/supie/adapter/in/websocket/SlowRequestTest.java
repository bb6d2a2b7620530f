package dev.supie.adapter.in.websocket;

import static dev.supie.adapter.in.websocket.ClientFrame.TEXT;
import static dev.supie.adapter.in.websocket.ClientFrame.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;

/// What becomes of a peer that takes its time over a request, or makes it too large.
class SlowRequestTest {

    private static final String POST =
            "POST /body HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\n";

    private final ManualTime time = new ManualTime();
    private final TestServer server =
            TestServer.accepting(
                    EchoListener::new,
                    time,
                    builder ->
                            builder.routing(
                                    routing ->
                                            routing.post(
                                                    "/body",
                                                    (request, response) ->
                                                            response.send(
                                                                    "read "
                                                                            + request.content()
                                                                                    .as(
                                                                                            byte[]
                                                                                                    .class)
                                                                                    .length))));

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "G",
                "GET /ws HTTP/1.1",
                "GET /ws HTTP/1.1\r\n",
                "GET /ws HTTP/1.1\r\nHost: localhost\r\nUpg",
                "GET /ws HTTP/1.1\r\nHost: localhost\r\n"
            })
    void aRequestThatStopsBeforeItsHeadersEndIsCut(String part) throws InterruptedException {
        try (RawPeer peer = RawPeer.connect(server.port())) {
            peer.send(part.getBytes(ISO_8859_1));
            time.awaitAlarm();
            time.advance(HttpSocket.SILENCE_MAX);
            assertTrue(peer.readsEnd());
        }
    }

    /// Dripping does not help: the time runs from the moment the socket was accepted.
    @Test
    void headersThatDripInAreCut() throws InterruptedException {
        try (RawPeer peer = RawPeer.connect(server.port())) {
            peer.send("GET /ws HTTP/1.1\r\nHost: localhost\r\n".getBytes(ISO_8859_1));
            time.awaitAlarm();
            for (int second = 0; second < HttpSocket.SILENCE_MAX.toSeconds(); second++) {
                time.advance(Duration.ofSeconds(1));
                peer.send("X: y\r\n".getBytes(ISO_8859_1));
            }
            assertTrue(peer.readsEnd());
        }
    }

    @Test
    void aBodyThatStopsIsCut() throws InterruptedException {
        try (RawPeer peer = RawPeer.connect(server.port())) {
            peer.send(POST.getBytes(ISO_8859_1));
            time.awaitAlarm();
            moveUntilEnded(peer);
        }
    }

    @Test
    void aBodyThatDripsInIsCut() throws InterruptedException {
        try (RawPeer peer = RawPeer.connect(server.port())) {
            peer.send((POST + "x").getBytes(ISO_8859_1));
            time.awaitAlarm();
            Duration step = HttpSocket.SILENCE_MAX.minusSeconds(1);
            for (int sent = 0; sent < 10; sent++) {
                time.advance(step);
                peer.send(new byte[] {'x'});
            }
            assertTrue(peer.readsEnd());
        }
    }

    @Test
    void aBodyThatComesInTimeIsRead() {
        try (RawPeer peer = RawPeer.connect(server.port())) {
            peer.send(POST.getBytes(ISO_8859_1));
            peer.send("x".repeat(1000).getBytes(ISO_8859_1));
            assertTrue(peer.readAnswer().endsWith("read 1000"));
            peer.upgrade();
        }
    }

    /// Helidon reads the line before a chunk to its end, which may never come.
    @Test
    void aChunkSizeWithoutEndIsCut() {
        try (RawPeer peer = RawPeer.connect(server.port())) {
            String head =
                    "POST /body HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n";
            peer.send(head.getBytes(ISO_8859_1));
            byte[] zeros = new byte[HttpSocket.REQUEST_BYTES_MAX + 1];
            Arrays.fill(zeros, (byte) '0');
            peer.send(zeros);
            assertTrue(peer.readsEnd());
        }
    }

    @Test
    void anUpgradedConnectionIsLeftAlone() {
        try (RawPeer peer = RawPeer.open(server.port())) {
            time.advance(HttpSocket.SILENCE_MAX.multipliedBy(2));
            assertEquals(0, time.alarmsSet());
            peer.send(frame(TEXT, "a"));
            assertEquals("text a", peer.readFrame());
        }
    }

    private void moveUntilEnded(RawPeer peer) throws InterruptedException {
        Thread mover =
                Thread.ofVirtual()
                        .start(
                                () -> {
                                    while (!Thread.interrupted()) {
                                        time.advance(HttpSocket.SILENCE_MAX);
                                        LockSupport.parkNanos(1_000_000);
                                    }
                                });
        assertTrue(peer.readsEnd());
        mover.interrupt();
        mover.join();
    }
}
