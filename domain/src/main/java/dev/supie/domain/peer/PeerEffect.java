package dev.supie.domain.peer;

import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.kernel.SessionId;

import java.time.Duration;

/// What follows from a decision on an inbox, in order. What must be stored is stored together, and
/// before anything else is done.
public sealed interface PeerEffect {

    /// Must happen, in the transaction of the decision.
    sealed interface Store extends PeerEffect {}

    /// It has its place in the inbox from now on.
    record Place(Envelope.Queued envelope) implements Store {}

    /// It will have been sent once more.
    record NoteAttempt(Envelope.InFlight envelope) implements Store {}

    /// It is over, and its sender is to hear of it (PEER-8).
    record Settle(Envelope.Settled envelope) implements Store {}

    /// What a badge has said of itself, for when its hello comes late.
    record Remember(DeviceId owner, boolean acknowledges) implements Store {}

    /// Best effort: send it. If it does not arrive, it is still in the inbox.
    ///
    /// @param lifetimeLeft longer than zero
    record Transmit(SessionId session, Envelope.InFlight envelope, Duration lifetimeLeft)
            implements PeerEffect {}

    /// Best effort: a sender hears how many of its messages waited for the target and have now been
    /// written to it (PEER-9).
    record TellRedelivered(DeviceId sender, DeviceId target, int count) implements PeerEffect {}

    /// Best effort: the target hears that it has all that waited (PEER-9).
    record EndBacklog(SessionId session, int count) implements PeerEffect {}

    /// Best effort: the target does not acknowledge any more and shall come back (PEER-7).
    record CloseStalled(SessionId session) implements PeerEffect {}
}
