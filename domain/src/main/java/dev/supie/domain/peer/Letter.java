package dev.supie.domain.peer;

import dev.supie.domain.kernel.DeviceId;

import java.time.Instant;

/// One message to one target: what its way there depends on, without what is in it.
///
/// @param reported whether the sender wants to hear how it ends, even if it ends well (PEER-6)
public record Letter(
        MessageId id, DeviceId sender, DeviceId target, Instant expiresAt, boolean reported) {

    /// PEER-8: from this moment on it is not delivered any more.
    boolean isExpired(Instant now) {
        return !now.isBefore(expiresAt);
    }
}
