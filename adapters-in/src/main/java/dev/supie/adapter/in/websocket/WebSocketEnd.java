package dev.supie.adapter.in.websocket;

/// How a connection ended: the first thing that ended it, whatever went wrong afterwards.
///
/// @param code the code of the Close frame that began the end, ours or the peer's;
///   [CloseCodes#NO_CODE] if the peer's had none, [CloseCodes#NO_CLOSE_FRAME] if there was no frame
/// @param reason what stood in that frame, or what happened
public record WebSocketEnd(Cause cause, int code, String reason) {

    /// What came first.
    public enum Cause {
        /// The peer sent a Close frame.
        CLOSED_BY_PEER,

        /// [WebSocketConnection#close] was called.
        CLOSED_BY_SERVER,

        /// The TCP connection ended without a Close frame; for a badge the usual end.
        DROPPED,

        /// The peer broke RFC 6455.
        PROTOCOL_VIOLATION,

        /// The peer's message was larger than allowed.
        TOO_LARGE,

        /// There was no room for a long message, because too many peers send one at a time.
        CROWDED,

        /// The socket took no bytes for [OutboundLimits#writeMax()].
        WRITE_OVERDUE,

        /// The outbound queue was full for [OutboundLimits#fullMax()].
        TOO_SLOW,

        /// The listener threw an exception.
        LISTENER_FAILED,

        /// The web server stopped with the connection still open.
        SERVER_STOPPED
    }
}
