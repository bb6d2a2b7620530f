package dev.supie.adapter.in.websocket;

import io.helidon.http.HeaderValues;
import io.helidon.http.Headers;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.http1.Http1ConnectionListener;

/// Notices `Connection: close` in an answer: Helidon writes it and goes on reading requests.
final class AnswerListener implements Http1ConnectionListener {

    private final AcceptedSockets sockets;

    AnswerListener(AcceptedSockets sockets) {
        this.sockets = sockets;
    }

    @Override
    public void headers(ConnectionContext context, Headers headers) {
        if (headers.contains(HeaderValues.CONNECTION_CLOSE)) {
            sockets.find(context).ifPresent(HttpSocket::answeredLast);
        }
    }
}
