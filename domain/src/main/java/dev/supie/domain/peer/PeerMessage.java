package dev.supie.domain.peer;

import dev.supie.domain.kernel.DeviceId;

import java.time.Instant;

/// A message that was accepted: what is stored, and what its targets get (PEER-5).
///
/// @param degraded whether rules had to do what a model should have done (PEER-4)
/// @param receiptsWanted whether the sender wants to know how it ends for each target (PEER-6)
public record PeerMessage(
        MessageId id,
        DeviceId sender,
        Submission submission,
        Structure structure,
        boolean degraded,
        Instant acceptedAt,
        boolean receiptsWanted) {

    /// When it is over for whoever does not have it.
    public Instant expiresAt() {
        return acceptedAt.plus(submission.lifetime());
    }

    /// What goes to one of its targets.
    public Letter letterTo(DeviceId target) {
        return new Letter(id, sender, target, expiresAt(), receiptsWanted);
    }
}
