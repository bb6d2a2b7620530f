package dev.supie.domain.peer;

import java.util.Locale;

/// How a message ended for one target, as its sender is told (PEER-7, PEER-8).
public enum Ending {
    DELIVERED,
    EXPIRED,
    DROPPED,
    UNDELIVERABLE;

    public static Ending of(Envelope.Settled settled) {
        return switch (settled) {
            case Envelope.Acknowledged _ -> DELIVERED;
            case Envelope.Expired _ -> EXPIRED;
            case Envelope.Dropped dropped ->
                    switch (dropped.reason()) {
                        case DISPLACED, PURGED -> DROPPED;
                        case UNDELIVERABLE -> UNDELIVERABLE;
                    };
        };
    }

    /// On the wire.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
