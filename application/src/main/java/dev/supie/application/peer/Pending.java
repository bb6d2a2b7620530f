package dev.supie.application.peer;

import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.peer.Failure;
import dev.supie.domain.peer.Structure;
import dev.supie.domain.peer.Submission;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.atomic.AtomicReference;

/// A message that is allowed, until it has been understood and its turn has come. Any thread may
/// bring what is understood; everything else belongs to the rounds.
///
/// @param targets for whom it is allowed
/// @param refused for whom it is not
/// @param byRules what is understood of it without a model
/// @param understood what is understood of it; nothing yet at first
record Pending(
        PeerCaller from,
        Submission submission,
        Instant at,
        List<DeviceId> targets,
        SequencedMap<DeviceId, Failure> refused,
        Structure byRules,
        AtomicReference<@Nullable Understanding> understood) {

    /// @param degraded whether rules had to do it (PEER-4)
    record Understanding(Structure structure, boolean degraded) {}

    /// The first word counts; false if this was not it.
    boolean understand(Structure structure, boolean degraded) {
        return understood.compareAndSet(null, new Understanding(structure, degraded));
    }

    Optional<Understanding> understanding() {
        return Optional.ofNullable(understood.get());
    }

    boolean isReady() {
        return understood.get() != null;
    }
}
