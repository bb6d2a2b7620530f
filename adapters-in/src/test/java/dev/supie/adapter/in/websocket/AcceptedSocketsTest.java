package dev.supie.adapter.in.websocket;

import static dev.supie.adapter.in.websocket.ClientFrame.TEXT;
import static dev.supie.adapter.in.websocket.ClientFrame.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.helidon.common.socket.SocketOptions;

import org.junit.jupiter.api.Test;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// How many sockets may be open that are not, or not yet, a badge's.
class AcceptedSocketsTest {

    private static final SocketAddress LOCAL =
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 8004);

    private final ManualTime time = new ManualTime();
    private final AcceptedSockets sockets =
            new AcceptedSockets(SocketOptions.create(), time.timers(), Runnable::run);
    private final List<SocketInMemory> accepted = new ArrayList<>();

    @Test
    void cutsTheQuietestForANewcomerOnceThereAreTooMany() {
        acceptAsManyAsFit();
        time.advance(AcceptedSockets.GRACE);
        accept(50_000);
        assertTrue(accepted.get(0).isClosed());
        assertFalse(accepted.get(1).isClosed());
        assertEquals(AcceptedSockets.SOCKETS_MAX, sockets.remembered());
    }

    /// The one that has waited longest is the next to be served.
    @Test
    void givesEveryoneTheirGraceFirst() {
        acceptAsManyAsFit();
        Thread newcomer = Thread.ofPlatform().start(() -> accept(50_000));
        while (newcomer.getState() != Thread.State.TIMED_WAITING) {
            assertFalse(accepted.get(0).isClosed());
            Thread.onSpinWait();
        }
        time.advance(HttpSocket.SILENCE_MAX);
        join(newcomer);
        assertEquals(1, sockets.remembered());
    }

    @Test
    void aSocketThatNeverAsksIsCutInTime() {
        accept(1);
        time.advance(HttpSocket.SILENCE_MAX.minusMillis(1));
        assertEquals(1, sockets.remembered());
        time.advance(Duration.ofMillis(1));
        assertEquals(0, sockets.remembered());
        assertTrue(accepted.getFirst().isClosed());
        assertEquals(0, time.alarmsSet());
    }

    @Test
    void aNewSocketWithTheEndsOfACutOneIsItsOwn() {
        accept(1);
        accept(1);
        time.advance(HttpSocket.SILENCE_MAX);
        assertEquals(0, sockets.remembered());
    }

    /// Silent sockets come and come, and a badge gets in all the same.
    @Test
    void aFloodOfSilentSocketsDoesNotKeepABadgeOut() {
        int flood = AcceptedSockets.SOCKETS_MAX + 200;
        List<RawPeer> silent = new ArrayList<>();
        try (TestServer server = TestServer.accepting(EchoListener::new)) {
            for (int count = 0; count < flood; count++) {
                silent.add(RawPeer.connect(server.port()));
            }
            try (RawPeer badge = RawPeer.open(server.port())) {
                badge.send(frame(TEXT, "still served"));
                assertEquals("text still served", badge.readFrame());
            }
            assertTrue(silent.getFirst().readsEnd());
        } finally {
            silent.forEach(RawPeer::close);
        }
    }

    private void acceptAsManyAsFit() {
        for (int port = 1; port <= AcceptedSockets.SOCKETS_MAX; port++) {
            accept(port);
        }
        assertTrue(accepted.stream().noneMatch(SocketInMemory::isClosed));
    }

    private void accept(int remotePort) {
        SocketInMemory socket =
                new SocketInMemory(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), remotePort));
        sockets.configureSocket(socket);
        accepted.add(socket);
    }

    private static void join(Thread thread) {
        try {
            assertTrue(thread.join(Duration.ofSeconds(10)));
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
    }

    /// Has two ends and can be closed; carries nothing.
    private static final class SocketInMemory extends Socket {

        private final SocketAddress remote;
        private volatile boolean closed;

        private SocketInMemory(SocketAddress remote) {
            this.remote = remote;
        }

        @Override
        public <T> Socket setOption(SocketOption<T> name, T value) {
            return this;
        }

        @Override
        public void setSoLinger(boolean on, int linger) {}

        @Override
        public SocketAddress getRemoteSocketAddress() {
            return remote;
        }

        @Override
        public SocketAddress getLocalSocketAddress() {
            return LOCAL;
        }

        @Override
        public boolean isClosed() {
            return closed;
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
