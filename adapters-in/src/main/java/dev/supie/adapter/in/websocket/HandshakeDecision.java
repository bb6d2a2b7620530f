package dev.supie.adapter.in.websocket;

import java.util.Map;

/// What happens to a request for a WebSocket.
public sealed interface HandshakeDecision {

    /// The connection is opened, and `listener`, made for it alone, hears of it until
    /// [WebSocketListener#onClosed].
    record Accept(WebSocketListener listener) implements HandshakeDecision {}

    /// It is refused in HTTP, before the upgrade (HS-2), and the TCP connection is closed.
    ///
    /// @param status 400 to 599
    /// @param message the body, plain text; shown to the peer, so it holds no secret
    /// @param headers added to the answer, for instance `Retry-After`
    record Refuse(int status, String message, Map<String, String> headers)
            implements HandshakeDecision {

        private static final int STATUS_FIRST = 400;
        private static final int STATUS_LAST = 599;

        public Refuse {
            if (status < STATUS_FIRST || status > STATUS_LAST) {
                throw new IllegalArgumentException("not a refusal: " + status);
            }
            headers = Map.copyOf(headers);
            headers.forEach(Refuse::requireOneLine);
        }

        private static void requireOneLine(String name, String value) {
            if ((name + value).chars().anyMatch(Character::isISOControl)) {
                throw new IllegalArgumentException("control character in header " + name);
            }
        }
    }

    /// No WebSocket lives here: HTTP routing answers the request as if it had not asked for one.
    record NotHere() implements HandshakeDecision {}
}
