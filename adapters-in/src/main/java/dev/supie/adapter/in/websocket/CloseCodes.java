package dev.supie.adapter.in.websocket;

/// The close codes that this layer uses by itself, and which codes may stand in a Close frame.
public final class CloseCodes {

    /// Done, nothing wrong.
    public static final int NORMAL = 1000;

    /// The server goes away.
    public static final int GOING_AWAY = 1001;

    /// The peer broke a rule of RFC 6455.
    public static final int PROTOCOL_ERROR = 1002;

    /// The peer's Close frame named no code; never on the wire.
    public static final int NO_CODE = 1005;

    /// There was no Close frame at all; never on the wire.
    public static final int NO_CLOSE_FRAME = 1006;

    /// Text that is not UTF-8.
    public static final int INVALID_TEXT = 1007;

    /// A message above the limit.
    public static final int TOO_LARGE = 1009;

    /// The application failed; the peer is not told how.
    public static final int INTERNAL_ERROR = 1011;

    /// There is no room at the moment.
    public static final int TRY_AGAIN_LATER = 1013;

    /// The outbound queue stayed full for too long; a code of our own.
    public static final int TOO_SLOW = 4008;

    private static final int PRIVATE_FIRST = 3000;
    private static final int PRIVATE_LAST = 4999;

    private CloseCodes() {}

    /// Whether a Close frame may carry `code` (RFC 6455 §7.4 and the IANA registry).
    static boolean mayBeSent(int code) {
        return (code >= 1000 && code <= 1003)
                || (code >= 1007 && code <= 1014)
                || (code >= PRIVATE_FIRST && code <= PRIVATE_LAST);
    }
}
