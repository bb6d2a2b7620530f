package dev.supie.adapter.in.websocket;

import io.helidon.http.HeaderNames;
import io.helidon.http.Headers;
import io.helidon.http.HttpPrologue;
import io.helidon.http.WritableHeaders;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.http1.Http1ConnectionListener;

/// Sees every HTTP request before Helidon acts on it. One class for three concerns, because Helidon
/// 4.3.1 calls a single listener and forgets to call several.
final class RequestListener implements Http1ConnectionListener {

    static final String WEBSOCKET = "websocket";

    private final AcceptedSockets sockets;

    RequestListener(AcceptedSockets sockets) {
        this.sockets = sockets;
    }

    @Override
    public void prologue(ConnectionContext context, HttpPrologue prologue) {
        sockets.find(context).ifPresent(HttpSocket::lineRead);
    }

    @Override
    public void headers(ConnectionContext context, Headers headers) {
        sockets.find(context).ifPresent(HttpSocket::headersRead);
        if (headers instanceof WritableHeaders<?> writable) {
            RequestFraming.check(writable);
            unifyUpgrade(writable);
        }
    }

    /// Lets `Upgrade: WebSocket`, in any case and among other protocols, mean what RFC 6455 §4.2.1
    /// says it means: Helidon looks for an upgrader by the header's exact text.
    private static void unifyUpgrade(WritableHeaders<?> headers) {
        if (HandshakeRules.hasToken(headers, HeaderNames.UPGRADE, WEBSOCKET)) {
            headers.set(HeaderNames.UPGRADE, WEBSOCKET);
        }
    }
}
