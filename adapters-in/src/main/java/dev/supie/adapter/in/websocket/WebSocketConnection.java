package dev.supie.adapter.in.websocket;

/// The sending side of one connection, safe for any thread: no method blocks or throws because of
/// the peer.
///
/// Messages are written in the order in which they were accepted, whole, by one writer at a time.
/// At most [OutboundLimits] wait; what happens beyond that is told by [SendResult].
public interface WebSocketConnection {

    /// Queues a message.
    SendResult send(OutboundMessage message);

    /// Queues a ping ahead of all messages; `payload` is at most 125 bytes. A peer that has several
    /// pings and pongs waiting already is not asked again: the answer is then [SendResult#FULL].
    SendResult ping(byte[] payload);

    /// Queues a Close frame behind all accepted messages and refuses any further one. From now on
    /// no message of the peer reaches the listener. TCP is closed once the peer has answered, or a
    /// little later. Only the first call counts.
    ///
    /// @param code one that RFC 6455 lets an endpoint send
    /// @param reason for people; cut to the 123 bytes of UTF-8 that fit
    void close(int code, String reason);

    /// Cuts the TCP connection at once, with no Close frame and without what waits; for a peer that
    /// is dead, which would only make the end wait for its deadlines.
    void abort();
}
