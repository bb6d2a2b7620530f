package dev.supie.adapter.in.websocket;

import io.helidon.common.buffers.BufferData;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.spi.ServerConnection;
import io.helidon.webserver.spi.ServerConnectionSelector;

import java.util.Optional;
import java.util.Set;

/// Helidon's HTTP/1.1, with every connection of it under the limits of its [HttpSocket].
final class GuardedSelector implements ServerConnectionSelector {

    private final ServerConnectionSelector http;
    private final AcceptedSockets sockets;

    GuardedSelector(ServerConnectionSelector http, AcceptedSockets sockets) {
        this.http = http;
        this.sockets = sockets;
    }

    @Override
    public ServerConnection connection(ConnectionContext context) {
        Optional<HttpSocket> socket = sockets.find(context);
        if (socket.isEmpty()) {
            // Set up wrongly, which the first handshake will say; or cut before it began.
            return http.connection(context);
        }
        GuardedContext guarded = new GuardedContext(context, socket.get());
        GuardedConnection connection =
                new GuardedConnection(
                        http.connection(guarded), () -> sockets.forget(context, socket.get()));
        guarded.betweenRequestsWhen(connection::canInterrupt);
        return connection;
    }

    @Override
    public int bytesToIdentifyConnection() {
        return http.bytesToIdentifyConnection();
    }

    @Override
    public Support supports(BufferData data) {
        return http.supports(data);
    }

    @Override
    public Set<String> supportedApplicationProtocols() {
        return http.supportedApplicationProtocols();
    }
}
