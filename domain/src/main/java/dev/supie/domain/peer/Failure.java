package dev.supie.domain.peer;

import java.util.Locale;

/// Why a message was not accepted for one target (PEER-6).
public enum Failure {
    /// No rule allows it (PEER-2).
    UNAUTHORIZED,
    /// As many messages wait for the target as may (PEER-8).
    QUEUE_FULL,
    /// Its time was over before it was stored.
    EXPIRED;

    public static Failure of(InboxRejection rejection) {
        return switch (rejection) {
            case QUEUE_FULL -> QUEUE_FULL;
            case TOO_OLD -> EXPIRED;
            case NOT_CONNECTED -> throw new IllegalArgumentException("asks for no connection");
        };
    }

    /// On the wire.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
