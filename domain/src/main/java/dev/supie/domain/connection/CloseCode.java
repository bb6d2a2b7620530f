package dev.supie.domain.connection;

/// Every code with which Supie closes a WebSocket (MSG-10), and what the badge should do next.
public enum CloseCode {
    NORMAL(1000, "bye", Reconnect.ON_USE),
    SHUTTING_DOWN(1001, "shutting down", Reconnect.AFTER_RANDOM_DELAY),
    PROTOCOL_ERROR(1002, "protocol error", Reconnect.ON_USE),
    INVALID_TEXT(1007, "text is not valid UTF-8", Reconnect.ON_USE),
    TOO_LARGE(1009, "message too large", Reconnect.ON_USE),
    INTERNAL_ERROR(1011, "internal error", Reconnect.AFTER_RANDOM_DELAY),
    REPLACED(4001, "replaced by a newer connection", Reconnect.NEVER),
    UNAUTHORISED(4003, "unauthorised", Reconnect.NEVER),
    TOO_SLOW(4008, "too slow", Reconnect.AFTER_RANDOM_DELAY),
    IDLE(4009, "idle", Reconnect.ON_USE),
    KICKED(4010, "closed by an administrator", Reconnect.AFTER_RANDOM_DELAY);

    /// What a closed badge should do.
    public enum Reconnect {
        /// Stay away: coming back would only throw the other one out.
        NEVER,
        /// Come back when its wearer uses it again.
        ON_USE,
        /// Come back by itself after a random 1 to 10 s.
        AFTER_RANDOM_DELAY
    }

    private final int code;
    private final String reason;
    private final Reconnect reconnect;

    CloseCode(int code, String reason, Reconnect reconnect) {
        this.code = code;
        this.reason = reason;
        this.reconnect = reconnect;
    }

    public int code() {
        return code;
    }

    /// Sent in the Close frame; never text from an exception.
    public String reason() {
        return reason;
    }

    public Reconnect reconnect() {
        return reconnect;
    }
}
