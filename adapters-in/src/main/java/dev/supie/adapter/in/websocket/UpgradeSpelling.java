package dev.supie.adapter.in.websocket;

import io.helidon.http.HeaderNames;
import io.helidon.http.Headers;
import io.helidon.http.WritableHeaders;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.http1.Http1ConnectionListener;

/// Lets `Upgrade: WebSocket`, in any case and among other protocols, mean what RFC 6455 §4.2.1 says
/// it means: Helidon looks for an upgrader by the header's exact text, and asks its listeners
/// first.
final class UpgradeSpelling implements Http1ConnectionListener {

    static final String WEBSOCKET = "websocket";

    @Override
    public void headers(ConnectionContext context, Headers headers) {
        if (headers instanceof WritableHeaders<?> writable
                && HandshakeRules.hasToken(headers, HeaderNames.UPGRADE, WEBSOCKET)) {
            writable.set(HeaderNames.UPGRADE, WEBSOCKET);
        }
    }
}
