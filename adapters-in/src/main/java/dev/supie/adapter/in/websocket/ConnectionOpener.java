package dev.supie.adapter.in.websocket;

import java.util.concurrent.Executor;

/// Puts the parts of a new connection together.
///
/// @param held what waits for all peers together, and what is half received from them
record ConnectionOpener(WebSocketLimits limits, HeldBytes held, Timers timers, Executor threads) {

    UpgradedConnection open(
            Transport transport, byte[] switchingProtocols, WebSocketListener listener) {
        WebSocketSession session =
                new WebSocketSession(
                        limits.outbound(), new HeldShare(held), timers, transport, threads);
        return new UpgradedConnection(
                switchingProtocols,
                transport,
                session,
                listener,
                new FrameDecoder(limits, new HeldShare(held)));
    }
}
