package dev.supie.bootstrap.config;

import dev.supie.domain.peer.AccessRules;
import dev.supie.domain.peer.InboxSettings;

import java.time.Duration;

/// Messages from badge to badge: who may send to whom, how much, and what becomes of them.
///
/// @param enabled `peer.enabled`
/// @param targetsMax `peer.max_targets`
/// @param inboxMax `peer.queue_max`
/// @param whenFull `peer.queue_full`
/// @param lifetime `peer.ttl_ms`
/// @param structuring who finds out what a message is about (PEER-4)
/// @param taskToWorkflow whether a task goes onto the target's board too (PEER-10)
public record PeerConfig(
        boolean enabled,
        AccessRules access,
        int targetsMax,
        int inboxMax,
        InboxSettings.WhenFull whenFull,
        Duration lifetime,
        Structuring structuring,
        boolean taskToWorkflow) {

    /// Who finds out what a message is about.
    public enum Structuring {
        /// A model, if there is one; rules otherwise.
        AUTO,
        /// Rules, so that no text leaves this machine.
        RULES
    }
}
