package dev.supie.adapter.in.websocket;

import java.util.concurrent.Executor;

/// Puts the parts of a new connection together.
record ConnectionOpener(WebSocketLimits limits, Timers timers, Executor threads) {

    UpgradedConnection open(
            Transport transport, byte[] switchingProtocols, WebSocketListener listener) {
        WebSocketSession session =
                new WebSocketSession(limits.outbound(), timers, transport, threads);
        return new UpgradedConnection(
                switchingProtocols, transport, session, listener, new FrameDecoder(limits));
    }
}
