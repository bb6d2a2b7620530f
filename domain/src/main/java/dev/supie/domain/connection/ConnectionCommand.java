package dev.supie.domain.connection;

import java.time.Instant;

/// Everything that can happen to a connection.
public sealed interface ConnectionCommand {

    /// CON-2.
    record Greet(ClientFeatures features) implements ConnectionCommand {}

    /// A message arrived that is handled elsewhere.
    record MessageSeen() implements ConnectionCommand {}

    /// An audio packet arrived.
    record AudioSeen() implements ConnectionCommand {}

    /// There was voice in the badge's audio, whose packets have been seen already.
    record VoiceHeard() implements ConnectionCommand {}

    /// A WebSocket ping or pong arrived.
    record ControlSeen() implements ConnectionCommand {}

    /// MODE-1.
    record SwitchMode(ModeAction action, Mode mode) implements ConnectionCommand {}

    /// The badge's meeting has ended in some other way than by a mode switch (MTG-6).
    record LeaveMeeting() implements ConnectionCommand {}

    /// Idle must not fire (CON-3).
    record Hold(IdleHold hold) implements ConnectionCommand {}

    /// Idle may fire again, its first layer counted from now.
    record Release(IdleHold hold) implements ConnectionCommand {}

    /// A newer connection of the same badge is the route now (DUP-1).
    record Displace() implements ConnectionCommand {}

    /// It may be time for something.
    ///
    /// @param lastSentAt when text or audio was last sent to the badge
    record DeadlineReached(Instant lastSentAt) implements ConnectionCommand {}

    /// The socket has ended.
    record End() implements ConnectionCommand {}
}
