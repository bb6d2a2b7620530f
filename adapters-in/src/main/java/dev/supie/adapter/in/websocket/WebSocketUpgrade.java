package dev.supie.adapter.in.websocket;

import dev.supie.application.runtime.Alarms;

import io.helidon.common.socket.SocketOptions;
import io.helidon.webserver.ListenerConfig;
import io.helidon.webserver.http1.Http1Config;
import io.helidon.webserver.http1.Http1ConnectionSelector;
import io.helidon.webserver.http1.Http1ConnectionSelectorConfig;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Executor;

/// The way in: makes a Helidon listener speak WebSocket besides HTTP.
///
/// Requests that ask for a WebSocket go to the [WebSocketEndpoint]; all others, and those it has no
/// place for, go to the listener's HTTP routing as ever. An open connection is never closed for
/// being idle: that is left to the application.
///
/// Before the server is stopped the application closes its connections and waits for their ends:
/// `WebServer.stop()` still queues a Close frame with 1001, but cuts at once those that only wait
/// to be read from.
public final class WebSocketUpgrade {

    /// Room for a token of 8 KiB in the query; above it Helidon answers 414.
    static final int REQUEST_LINE_BYTES_MAX = 16 * 1024;

    /// Room for a token of 8 KiB in a header, counted over all headers; above it Helidon answers
    /// 400.
    static final int HEADER_BYTES_MAX = 16 * 1024;

    /// How long a connection may be kept without a further request, and how often that is looked
    /// at.
    private static final Duration NO_REQUEST_MAX = Duration.ofSeconds(30);

    private static final Duration NO_REQUEST_CHECK = Duration.ofSeconds(5);

    /// Threads that live for one burst of writing, or to close a socket.
    private static final Executor THREADS =
            task -> Thread.ofVirtual().name("websocket-writer").start(task);

    private final WebSocketEndpoint endpoint;
    private final ConnectionOpener opener;

    /// @param alarms wakes connections whose peer has missed a deadline
    public WebSocketUpgrade(
            WebSocketEndpoint endpoint,
            WebSocketLimits limits,
            InstantSource clock,
            Alarms alarms) {
        this.endpoint = endpoint;
        this.opener =
                new ConnectionOpener(
                        limits,
                        new HeldBytes(limits.heldBytesMax()),
                        new Timers(clock, alarms),
                        THREADS);
    }

    /// Sets up `listener`: HTTP/1.1 as its only protocol, this upgrade, no delay of small packets,
    /// no logging of headers (they carry tokens), and the limits of this class. Routing, address
    /// and TLS stay with the caller, who must leave the connection options as they are set here.
    public void configure(ListenerConfig.BuilderBase<?, ?> listener) {
        AcceptedSockets sockets = acceptedSockets();
        guard(listener, sockets, http(sockets).addUpgrader(upgrader(sockets)).build());
    }

    /// Sets up a listener of plain HTTP with the same limits.
    public void configureWithoutWebSocket(ListenerConfig.BuilderBase<?, ?> listener) {
        AcceptedSockets sockets = acceptedSockets();
        guard(listener, sockets, http(sockets).build());
    }

    private static void guard(
            ListenerConfig.BuilderBase<?, ?> listener,
            AcceptedSockets sockets,
            Http1ConnectionSelector http) {
        listener.protocolsDiscoverServices(false)
                .addConnectionSelector(new GuardedSelector(http, sockets))
                .connectionOptions(sockets)
                .idleConnectionTimeout(NO_REQUEST_MAX)
                .idleConnectionPeriod(NO_REQUEST_CHECK);
    }

    private AcceptedSockets acceptedSockets() {
        return new AcceptedSockets(
                SocketOptions.builder().tcpNoDelay(true).build(), opener.timers(), THREADS);
    }

    private HandshakeUpgrader upgrader(AcceptedSockets sockets) {
        return new HandshakeUpgrader(endpoint, opener, sockets);
    }

    private static Http1ConnectionSelectorConfig.Builder http(AcceptedSockets sockets) {
        Http1Config http =
                Http1Config.builder()
                        .maxPrologueLength(REQUEST_LINE_BYTES_MAX)
                        .maxHeadersSize(HEADER_BYTES_MAX)
                        .receiveLog(false)
                        .sendLog(false)
                        .addReceiveListener(new RequestListener(sockets))
                        .addSendListener(new AnswerListener(sockets))
                        .build();
        return Http1ConnectionSelector.builder().config(http);
    }
}
