package dev.supie.domain.peer;

import dev.supie.domain.kernel.DeviceId;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// What became of a message when it was accepted (PEER-6). It is stored with the message, and a
/// repeat gets the same (PEER-7). Each target is in exactly one of the three.
///
/// @param delivered on their way to targets that are connected
/// @param enqueued waiting for their targets
/// @param failed not accepted, and why
public record PeerReceipt(
        List<DeviceId> delivered, List<DeviceId> enqueued, SequencedMap<DeviceId, Failure> failed) {

    public PeerReceipt {
        delivered = List.copyOf(delivered);
        enqueued = List.copyOf(enqueued);
        failed = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(failed));
    }

    public int targetsCount() {
        return delivered.size() + enqueued.size() + failed.size();
    }

    /// Whether it was accepted for anybody.
    public boolean isAccepted() {
        return !delivered.isEmpty() || !enqueued.isEmpty();
    }
}
