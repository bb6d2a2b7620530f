package dev.supie.adapter.in.websocket;

import io.helidon.common.socket.SocketOptions;
import io.helidon.webserver.ConnectionContext;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketOption;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.Executor;

/// A listener's accepted sockets until they become WebSockets, at most [#SOCKETS_MAX] of them.
///
/// Beyond that the one that was quiet for the longest is cut to make room, so that sockets which
/// never ask for anything cannot keep badges out. It is given [#GRACE] first: when a thousand
/// badges come back at once, the one that has waited longest is the next to be served.
///
/// Helidon hides the socket of a connection behind an orderly close, and under TLS an orderly close
/// waits for a write that a stalled peer blocks. To cut such a peer the socket itself is needed,
/// and the one place that sees it is the listener's socket options.
final class AcceptedSockets implements SocketOptions {

    static final int SOCKETS_MAX = 1024;

    /// How long a socket must have been quiet to be cut for a newcomer. If none has been, accepting
    /// waits, and newcomers wait in the queue of the operating system.
    static final Duration GRACE = Duration.ofSeconds(1);

    private static final Duration WARNING_SPACING = Duration.ofMinutes(1);

    /// For all requests that are larger than [HttpSocket#FREE_BYTES] together.
    static final long HELD_BYTES_MAX = 32L * 1024 * 1024;

    private static final Logger LOGGER = System.getLogger(AcceptedSockets.class.getName());

    private final SocketOptions options;
    private final Timers timers;
    private final Executor threads;
    private final HeldBytes held = new HeldBytes(HELD_BYTES_MAX);
    private final Object lock = new Object();

    /// In the order in which they were last heard of; guarded by the lock.
    private final SequencedMap<Ends, HttpSocket> sockets = new LinkedHashMap<>(16, 0.75f, true);

    /// Guarded by the lock.
    private Instant nextWarning = Instant.MIN;

    private record Ends(SocketAddress remote, SocketAddress local) {}

    AcceptedSockets(SocketOptions options, Timers timers, Executor threads) {
        this.options = options;
        this.timers = timers;
        this.threads = threads;
    }

    /// Called by the listener's accepting thread for each new socket.
    @Override
    public void configureSocket(Socket socket) {
        options.configureSocket(socket);
        Ends ends = new Ends(socket.getRemoteSocketAddress(), socket.getLocalSocketAddress());
        HttpSocket accepted = new HttpSocket(socket, timers, held, silent -> overdue(ends, silent));
        awaitPlace();
        synchronized (lock) {
            accepted.heard();
            sockets.put(ends, accepted);
        }
        accepted.begin();
    }

    /// The socket of a connection, which counts as heard of.
    ///
    /// @throws IllegalStateException if the listener was given other socket options afterwards
    HttpSocket of(ConnectionContext context) {
        return find(context)
                .orElseThrow(
                        () ->
                                new IllegalStateException(
                                        "the listener's socket options were replaced"));
    }

    /// As [#of]; empty if it is not known, or not any more.
    Optional<HttpSocket> find(ConnectionContext context) {
        synchronized (lock) {
            Optional<HttpSocket> found = Optional.ofNullable(sockets.get(ends(context)));
            found.ifPresent(HttpSocket::heard);
            return found;
        }
    }

    /// Lets go of a socket that has become a WebSocket's, or is closed.
    void forget(ConnectionContext context, HttpSocket socket) {
        forget(ends(context), socket);
        socket.ended();
    }

    int remembered() {
        synchronized (lock) {
            return sockets.size();
        }
    }

    private void forget(Ends ends, HttpSocket socket) {
        synchronized (lock) {
            // Only this one: the same two ends may already belong to the next socket.
            sockets.remove(ends, socket);
            lock.notifyAll();
        }
    }

    /// Blocks the accepting thread for [#GRACE] at most.
    private void awaitPlace() {
        HttpSocket quietest;
        synchronized (lock) {
            awaitChange();
            if (sockets.size() < SOCKETS_MAX) {
                return;
            }
            quietest = sockets.pollFirstEntry().getValue();
            warn();
        }
        end(quietest);
    }

    /// Until there is a place, or somebody who has been quiet for long enough.
    private void awaitChange() {
        try {
            Duration left = graceLeft();
            while (left.isPositive()) {
                lock.wait(1 + left.toMillis());
                left = graceLeft();
            }
        } catch (InterruptedException serverStops) {
            Thread.currentThread().interrupt();
        }
    }

    private Duration graceLeft() {
        return sockets.size() < SOCKETS_MAX
                ? Duration.ZERO
                : Duration.between(
                        timers.now(), sockets.firstEntry().getValue().heardAt().plus(GRACE));
    }

    private void warn() {
        if (timers.now().isBefore(nextWarning)) {
            return;
        }
        nextWarning = timers.now().plus(WARNING_SPACING);
        LOGGER.log(
                Level.WARNING,
                "{0} connections are open that are no badge''s; the quietest are cut",
                SOCKETS_MAX);
    }

    private void overdue(Ends ends, HttpSocket socket) {
        forget(ends, socket);
        end(socket);
    }

    /// Not on the thread that all alarms share, nor on the one that accepts.
    private void end(HttpSocket socket) {
        socket.ended();
        threads.execute(() -> HelidonTransport.cut(socket.socket()));
    }

    private static Ends ends(ConnectionContext context) {
        return new Ends(context.remotePeer().address(), context.localPeer().address());
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
