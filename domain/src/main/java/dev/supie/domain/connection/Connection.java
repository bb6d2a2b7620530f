package dev.supie.domain.connection;

import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.kernel.SessionId;

import java.time.Instant;

/// One connection of a badge, from its welcome to its end:
///
/// ```
///   opened ──▶ Open ──▶ Displaced ──▶ Closed      a newer connection of the badge takes over
///               │                       ▲
///               └───────────────────────┘         idle, dead, or ended by the badge
/// ```
public sealed interface Connection {

    /// The badge's only route.
    record Open(Identity identity, Mode mode, ClientFeatures features, IdleClock clock)
            implements Connection {

        Open with(IdleClock next) {
            return new Open(identity, mode, features, next);
        }

        Open with(Mode next) {
            return new Open(identity, next, features, clock);
        }

        Open with(ClientFeatures next) {
            return new Open(identity, mode, next, clock);
        }
    }

    /// A newer connection has taken over; this one writes nothing any more (DUP-1, DUP-2).
    record Displaced(Identity identity, Instant closesAt) implements Connection {}

    /// It has ended, or is being closed.
    record Closed(Identity identity) implements Connection {}

    Identity identity();

    /// DUP-2: whether audio that arrives now is still heard. That of a replaced connection is,
    /// until it is closed, so that dictation is not cut; nothing else that it sends counts any
    /// more.
    default boolean acceptsAudio(Instant now) {
        return switch (this) {
            case Open _ -> true;
            case Displaced displaced -> now.isBefore(displaced.closesAt());
            case Closed _ -> false;
        };
    }

    /// Whose connection it is.
    record Identity(DeviceId device, SessionId session) {}
}
