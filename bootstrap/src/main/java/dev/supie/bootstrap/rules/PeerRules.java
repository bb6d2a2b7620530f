package dev.supie.bootstrap.rules;

import dev.supie.application.peer.PeerSettings;
import dev.supie.bootstrap.config.PeerConfig;
import dev.supie.bootstrap.config.SupieConfig;
import dev.supie.domain.peer.Access;
import dev.supie.domain.peer.InboxSettings;
import dev.supie.domain.peer.RequestRules;
import dev.supie.domain.task.TaskSettings;

/// The rules of messages, from their configuration.
public final class PeerRules {

    private PeerRules() {}

    /// Groups are those of the task boards (WF-2).
    public static PeerSettings of(SupieConfig config) {
        PeerConfig peer = config.peer();
        TaskSettings groups = TaskRules.of(config);
        return new PeerSettings(
                new RequestRules(peer.targetsMax(), peer.lifetime()),
                new InboxSettings(peer.inboxMax(), peer.whenFull()),
                new Access(peer.access(), device -> groups.groupOf(device).value()),
                config.server().timezoneOffset(),
                peer.taskToWorkflow());
    }
}
