package dev.supie.adapter.in.websocket;

import io.helidon.common.socket.SocketOptions;
import io.helidon.webserver.ConnectionContext;

import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketOption;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Remembers a listener's accepted sockets until they become WebSockets.
///
/// Helidon hides the socket of a connection behind an orderly close, and under TLS an orderly close
/// waits for a write that a stalled peer blocks. To cut such a peer the socket itself is needed,
/// and the one place that sees it is the listener's socket options.
final class AcceptedSockets implements SocketOptions {

    /// Sockets that stayed HTTP are forgotten once they are closed and this many are remembered.
    static final int PRUNED_FROM = 1024;

    private final SocketOptions options;
    private final Map<Ends, Socket> sockets = new ConcurrentHashMap<>();
    private int pruneFrom = PRUNED_FROM;

    private record Ends(SocketAddress remote, SocketAddress local) {}

    AcceptedSockets(SocketOptions options) {
        this.options = options;
    }

    /// Called by the listener's accepting thread for each new socket.
    @Override
    public void configureSocket(Socket socket) {
        options.configureSocket(socket);
        prune();
        SocketAddress remote = socket.getRemoteSocketAddress();
        sockets.put(new Ends(remote, socket.getLocalSocketAddress()), socket);
    }

    /// The socket of a connection.
    ///
    /// @throws IllegalStateException if the listener was given other socket options afterwards
    Socket of(ConnectionContext context) {
        Socket socket = sockets.get(ends(context));
        if (socket == null) {
            throw new IllegalStateException("the listener's socket options were replaced");
        }
        return socket;
    }

    /// Lets go of a socket that has become a WebSocket's.
    void forget(ConnectionContext context) {
        sockets.remove(ends(context));
    }

    private static Ends ends(ConnectionContext context) {
        return new Ends(context.remotePeer().address(), context.localPeer().address());
    }

    int remembered() {
        return sockets.size();
    }

    private void prune() {
        if (sockets.size() >= pruneFrom) {
            sockets.values().removeIf(Socket::isClosed);
            pruneFrom = Math.max(PRUNED_FROM, 2 * sockets.size());
        }
    }

    @Override
    public Map<SocketOption<?>, Object> socketOptions() {
        return options.socketOptions();
    }

    @Override
    public Duration connectTimeout() {
        return options.connectTimeout();
    }

    @Override
    public Duration readTimeout() {
        return options.readTimeout();
    }

    @Override
    public Optional<Integer> socketReceiveBufferSize() {
        return options.socketReceiveBufferSize();
    }

    @Override
    public Optional<Integer> socketSendBufferSize() {
        return options.socketSendBufferSize();
    }

    @Override
    public boolean socketReuseAddress() {
        return options.socketReuseAddress();
    }

    @Override
    public boolean socketKeepAlive() {
        return options.socketKeepAlive();
    }

    @Override
    public boolean tcpNoDelay() {
        return options.tcpNoDelay();
    }
}
