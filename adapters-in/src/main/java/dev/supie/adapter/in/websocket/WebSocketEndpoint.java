package dev.supie.adapter.in.websocket;

/// Decides who may open a WebSocket. Called on the thread of the new connection, by many at once;
/// it may take its time, for instance to ask who a token belongs to.
@FunctionalInterface
public interface WebSocketEndpoint {

    HandshakeDecision handshake(HandshakeRequest request);
}
