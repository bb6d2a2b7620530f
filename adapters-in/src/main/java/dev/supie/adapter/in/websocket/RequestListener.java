package dev.supie.adapter.in.websocket;

import io.helidon.http.HeaderNames;
import io.helidon.http.Headers;
import io.helidon.http.HttpPrologue;
import io.helidon.http.WritableHeaders;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.http1.Http1ConnectionListener;

/// Sees every HTTP request before Helidon acts on it. One class for two concerns, because Helidon
/// 4.3.1 calls a single listener and forgets to call several.
final class RequestListener implements Http1ConnectionListener {

    static final String WEBSOCKET = "websocket";

    private final HeaderDeadline deadline;

    RequestListener(HeaderDeadline deadline) {
        this.deadline = deadline;
    }

    @Override
    public void prologue(ConnectionContext context, HttpPrologue prologue) {
        deadline.begin(context);
    }

    @Override
    public void headers(ConnectionContext context, Headers headers) {
        deadline.end(context);
        unifyUpgrade(headers);
    }

    /// Lets `Upgrade: WebSocket`, in any case and among other protocols, mean what RFC 6455 §4.2.1
    /// says it means: Helidon looks for an upgrader by the header's exact text.
    private static void unifyUpgrade(Headers headers) {
        if (headers instanceof WritableHeaders<?> writable
                && HandshakeRules.hasToken(headers, HeaderNames.UPGRADE, WEBSOCKET)) {
            writable.set(HeaderNames.UPGRADE, WEBSOCKET);
        }
    }
}
