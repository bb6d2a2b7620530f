package dev.supie.application.peer.port;

import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.peer.Ending;
import dev.supie.domain.peer.MessageId;

/// How a message ended for one target, for its sender (PEER-6, PEER-8).
///
/// @param reported whether the sender asked for it; else it hears only of what went wrong
public record Outcome(
        MessageId id, DeviceId sender, DeviceId target, Ending ending, boolean reported) {

    /// Whether there is anything to tell.
    public boolean isNews() {
        return reported || ending != Ending.DELIVERED;
    }
}
