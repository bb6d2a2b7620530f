package dev.supie.adapter.in.websocket;

import static dev.supie.adapter.in.websocket.ClientFrame.PONG;
import static dev.supie.adapter.in.websocket.ClientFrame.TEXT;
import static dev.supie.adapter.in.websocket.ClientFrame.close;
import static dev.supie.adapter.in.websocket.ClientFrame.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.adapter.in.websocket.WebSocketEnd.Cause;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// Every way in which a connection can end over a real socket; the listener hears it exactly once.
class ConnectionEndTest {

    private static final WebSocketEnd LOST =
            new WebSocketEnd(Cause.DROPPED, CloseCodes.NO_CLOSE_FRAME, "connection lost");

    private final EchoListener listener = new EchoListener();

    @Test
    void tcpEndsWithoutACloseFrame() throws InterruptedException {
        try (TestServer server = TestServer.accepting(() -> listener)) {
            try (RawPeer peer = RawPeer.open(server.port())) {
                peer.send(frame(TEXT, "a"));
                assertEquals("text a", peer.readFrame());
            }
            assertEquals(LOST, listener.end());
        }
    }

    @Test
    void tcpEndsInsideAFrame() throws InterruptedException {
        try (TestServer server = TestServer.accepting(() -> listener)) {
            try (RawPeer peer = RawPeer.open(server.port())) {
                peer.send(new byte[] {(byte) 0x81, (byte) 0xFE, 0});
            }
            assertEquals(LOST, listener.end());
        }
    }

    @Test
    void tcpIsReset() throws InterruptedException {
        try (TestServer server = TestServer.accepting(() -> listener)) {
            try (RawPeer peer = RawPeer.open(server.port())) {
                peer.resetOnClose();
            }
            assertEquals(LOST, listener.end());
        }
    }

    @Test
    void thePeerCloses() throws InterruptedException {
        try (TestServer server = TestServer.accepting(() -> listener);
                RawPeer peer = RawPeer.open(server.port())) {
            peer.send(close(1001, "away"));
            assertEquals("close 1001 away", peer.readFrame());
            assertTrue(peer.readsEnd());
            assertEquals(new WebSocketEnd(Cause.CLOSED_BY_PEER, 1001, "away"), listener.end());
        }
    }

    @Test
    void thePeerClosesAndIsGoneBeforeTheAnswer() throws InterruptedException {
        try (TestServer server = TestServer.accepting(() -> listener)) {
            try (RawPeer peer = RawPeer.open(server.port())) {
                peer.send(close(1000, ""));
            }
            assertEquals(new WebSocketEnd(Cause.CLOSED_BY_PEER, 1000, ""), listener.end());
        }
    }

    @Test
    void theServerCloses() throws InterruptedException {
        try (TestServer server = TestServer.accepting(() -> listener);
                RawPeer peer = RawPeer.open(server.port())) {
            assertEquals(
                    SendResult.ACCEPTED, listener.connection().send(OutboundMessage.text("last")));
            listener.connection().close(4009, "idle");
            assertEquals("text last", peer.readFrame());
            assertEquals("close 4009 idle", peer.readFrame());
            peer.send(frame(TEXT, "too late"), close(4009, ""));
            assertTrue(peer.readsEnd());
            assertEquals(new WebSocketEnd(Cause.CLOSED_BY_SERVER, 4009, "idle"), listener.end());
        }
    }

    /// T31: stock firmware neither answers a Close frame nor closes TCP.
    @Test
    void theServerClosesAndThePeerDoesNotAnswer() throws InterruptedException {
        ManualTime time = new ManualTime();
        try (TestServer server = TestServer.accepting(() -> listener, time, _ -> {});
                RawPeer peer = RawPeer.open(server.port())) {
            listener.connection().close(4001, "replaced");
            assertEquals("close 4001 replaced", peer.readFrame());
            moveUntilEnded(time, Duration.ofSeconds(2));
            assertTrue(peer.readsEnd());
            assertEquals(Cause.CLOSED_BY_SERVER, listener.end().cause());
        }
    }

    @Test
    void thePeerBreaksTheProtocol() throws InterruptedException {
        try (TestServer server = TestServer.accepting(() -> listener);
                RawPeer peer = RawPeer.open(server.port())) {
            peer.send(frame(TEXT, "a").unmasked());
            assertEquals("close 1002 frame is not masked", peer.readFrame());
            peer.send(close(1002, ""));
            assertTrue(peer.readsEnd());
            assertEquals(
                    new WebSocketEnd(Cause.PROTOCOL_VIOLATION, 1002, "frame is not masked"),
                    listener.end());
        }
    }

    @Test
    void theListenerFails() throws InterruptedException {
        EchoListener broken =
                new EchoListener() {
                    @Override
                    public void onText(String text) {
                        throw new IllegalStateException("secret of the test");
                    }
                };
        try (TestServer server = TestServer.accepting(() -> broken);
                RawPeer peer = RawPeer.open(server.port())) {
            peer.send(frame(TEXT, "a"));
            assertEquals("close 1011 internal error", peer.readFrame());
            peer.send(close(1011, ""));
            assertTrue(peer.readsEnd());
            assertEquals(
                    new WebSocketEnd(Cause.LISTENER_FAILED, 1011, "internal error"), broken.end());
        }
    }

    @Test
    void theListenerFailsWithAnErrorAtTheVeryStart() throws InterruptedException {
        EchoListener broken =
                new EchoListener() {
                    @Override
                    public void onOpen(WebSocketConnection connection) {
                        super.onOpen(connection);
                        throw new StackOverflowError("thrown by the test");
                    }
                };
        try (TestServer server = TestServer.accepting(() -> broken);
                RawPeer peer = RawPeer.open(server.port())) {
            assertEquals("close 1011 internal error", peer.readFrame());
            peer.send(close(1011, ""));
            assertTrue(peer.readsEnd());
            assertEquals(Cause.LISTENER_FAILED, broken.end().cause());
        }
    }

    @Test
    void theServerStops() throws InterruptedException {
        BlockingQueue<Boolean> interrupted = new LinkedBlockingQueue<>();
        EchoListener saving =
                new EchoListener() {
                    @Override
                    public void onClosed(WebSocketEnd end) {
                        interrupted.add(Thread.currentThread().isInterrupted());
                        super.onClosed(end);
                    }
                };
        try (TestServer server = TestServer.accepting(() -> saving);
                RawPeer _ = RawPeer.open(server.port())) {
            assertTrue(saving.readingThread().isAlive());
            server.stop();
            assertEquals(Cause.SERVER_STOPPED, saving.end().cause());
            assertEquals(false, interrupted.poll(10, TimeUnit.SECONDS));
        }
    }

    /// CON-6: told first and given a moment, the peer gets its 1001 and no listener is cut.
    @Test
    void theApplicationClosesBeforeItStopsTheServer() throws InterruptedException {
        try (TestServer server = TestServer.accepting(() -> listener);
                RawPeer peer = RawPeer.open(server.port())) {
            listener.connection().close(CloseCodes.GOING_AWAY, "shutting down");
            assertEquals("close 1001 shutting down", peer.readFrame());
            peer.send(close(1001, ""));
            assertTrue(peer.readsEnd());
            assertEquals(Cause.CLOSED_BY_SERVER, listener.end().cause());
            server.stop();
        }
    }

    /// MSG-8: any frame is a sign of life, and none is missed or counted twice.
    @Test
    void everyFrameIsASignOfLife() throws InterruptedException {
        BlockingQueue<String> seen = new LinkedBlockingQueue<>();
        EchoListener counting =
                new EchoListener() {
                    @Override
                    public void onFrame() {
                        seen.add("frame");
                    }

                    @Override
                    public void onText(String text) {
                        seen.add(text);
                    }
                };
        try (TestServer server = TestServer.accepting(() -> counting);
                RawPeer peer = RawPeer.open(server.port())) {
            peer.send(
                    frame(TEXT, "a").notFinal(),
                    frame(PONG, ""),
                    frame(ClientFrame.PING, ""),
                    frame(ClientFrame.CONTINUATION, "b"),
                    close(1000, ""));
            assertEquals("pong ", peer.readFrame());
            assertEquals(Cause.CLOSED_BY_PEER, counting.end().cause());
            assertEquals("[frame, frame, frame, frame, ab]", seen.toString());
        }
    }

    private void moveUntilEnded(ManualTime time, Duration step) throws InterruptedException {
        assertFalse(listener.readingThread().join(Duration.ZERO));
        for (int count = 0; count < 200; count++) {
            if (listener.readingThread().join(Duration.ofMillis(50))) {
                return;
            }
            time.advance(step);
        }
    }
}
