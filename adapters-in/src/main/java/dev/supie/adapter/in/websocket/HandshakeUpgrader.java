package dev.supie.adapter.in.websocket;

import dev.supie.adapter.in.websocket.HandshakeDecision.Refuse;

import io.helidon.common.buffers.BufferData;
import io.helidon.http.HttpPrologue;
import io.helidon.http.WritableHeaders;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.http1.spi.Http1Upgrader;
import io.helidon.webserver.spi.ServerConnection;

import org.jspecify.annotations.Nullable;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.Optional;

/// Answers a request for a WebSocket: plain HTTP, a refusal, or a connection to be handled.
final class HandshakeUpgrader implements Http1Upgrader {

    private static final Logger LOGGER = System.getLogger(HandshakeUpgrader.class.getName());

    private final WebSocketEndpoint endpoint;
    private final ConnectionOpener opener;
    private final AcceptedSockets sockets;

    HandshakeUpgrader(
            WebSocketEndpoint endpoint, ConnectionOpener opener, AcceptedSockets sockets) {
        this.endpoint = endpoint;
        this.opener = opener;
        this.sockets = sockets;
    }

    @Override
    public String supportedProtocol() {
        return RequestListener.WEBSOCKET;
    }

    /// Null, as Helidon wants it, means that HTTP routing goes on.
    @Override
    public @Nullable ServerConnection upgrade(
            ConnectionContext context, HttpPrologue prologue, WritableHeaders<?> headers) {
        if (!HandshakeRules.isUpgrade(prologue, headers)) {
            return null;
        }
        Optional<Refuse> broken = HandshakeRules.broken(headers);
        if (broken.isPresent()) {
            throw refused(context, broken.get());
        }
        // Before anybody is accepted, because it fails if the listener is set up wrongly.
        HttpSocket http = sockets.of(context);
        Transport transport = new HelidonTransport(context.dataReader(), http.socket());
        return switch (decide(HandshakeReader.read(context, prologue, headers))) {
            case HandshakeDecision.NotHere _ -> null;
            case HandshakeDecision.Refuse refuse -> throw refused(context, refuse);
            case HandshakeDecision.Accept(WebSocketListener listener) -> {
                http.becameWebSocket();
                sockets.forget(context, http);
                byte[] answer = HandshakeRules.switchingProtocols(headers);
                yield opener.open(transport, answer, listener);
            }
        };
    }

    private HandshakeDecision decide(HandshakeRequest request) {
        try {
            return endpoint.handshake(request);
        } catch (RuntimeException broken) {
            // The edge to the application: what went wrong is for our log, not for the peer.
            LOGGER.log(Level.ERROR, "deciding on a WebSocket handshake failed", broken);
            return new Refuse(500, "internal error", Map.of());
        }
    }

    /// Writes the answer; the exception makes Helidon close the connection after it.
    private static CloseConnectionException refused(ConnectionContext context, Refuse refusal) {
        context.dataWriter().writeNow(BufferData.create(Refusal.bytes(refusal)));
        return new CloseConnectionException("handshake refused with " + refusal.status());
    }
}
