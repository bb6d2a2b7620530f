package dev.supie.adapter.in.websocket;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.helidon.common.socket.SocketOptions;

import org.junit.jupiter.api.Test;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketOption;
import java.util.ArrayList;
import java.util.List;

class AcceptedSocketsTest {

    private static final SocketAddress LOCAL =
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 8004);

    private final AcceptedSockets sockets = new AcceptedSockets(SocketOptions.create());

    @Test
    void forgetsClosedSocketsOnceThereAreMany() {
        List<SocketInMemory> accepted = new ArrayList<>();
        for (int port = 1; port <= AcceptedSockets.PRUNED_FROM; port++) {
            accepted.add(accept(port));
        }
        assertEquals(AcceptedSockets.PRUNED_FROM, sockets.remembered());
        accepted.stream().skip(10).forEach(SocketInMemory::close);
        accept(AcceptedSockets.PRUNED_FROM + 1);
        assertEquals(10 + 1, sockets.remembered());
    }

    @Test
    void keepsOpenSocketsHoweverManyThereAre() {
        for (int port = 1; port <= 3 * AcceptedSockets.PRUNED_FROM; port++) {
            accept(port);
        }
        assertEquals(3 * AcceptedSockets.PRUNED_FROM, sockets.remembered());
    }

    private SocketInMemory accept(int remotePort) {
        SocketInMemory socket = new SocketInMemory(remote(remotePort));
        sockets.configureSocket(socket);
        return socket;
    }

    private static SocketAddress remote(int port) {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }

    /// Has two ends and can be closed; carries nothing.
    private static final class SocketInMemory extends Socket {

        private final SocketAddress remote;
        private boolean closed;

        private SocketInMemory(SocketAddress remote) {
            this.remote = remote;
        }

        @Override
        public <T> Socket setOption(SocketOption<T> name, T value) {
            return this;
        }

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
