package dev.supie.bootstrap.server;

import dev.supie.application.connection.port.BadgeLink;
import dev.supie.application.peer.PeerFeature;
import dev.supie.application.peer.PeerSettings;
import dev.supie.application.peer.Peers;
import dev.supie.application.peer.port.PeerStore;
import dev.supie.application.peer.port.Structurer;
import dev.supie.application.runtime.Alarms;
import dev.supie.application.runtime.Workers;
import dev.supie.bootstrap.config.PeerConfig;
import dev.supie.bootstrap.config.SupieConfig;
import dev.supie.domain.peer.Access;
import dev.supie.domain.peer.InboxSettings;
import dev.supie.domain.peer.RequestRules;
import dev.supie.domain.task.TaskSettings;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Executor;

/// Puts the messages between badges together.
record PeerWiring(
        PeerStore store, BadgeLink link, Executor background, Alarms alarms, InstantSource time) {

    /// Messages that a model reads at a time; whoever comes too late for it is read by rules.
    private static final int READERS = 8;

    /// @param structurer reads messages (PEER-4); without one rules do
    Peers peers(SupieConfig config, Optional<Structurer> structurer) {
        if (!config.peer().enabled()) {
            return PeerFeature.off(link);
        }
        PeerSettings settings = settings(config);
        SecureRandom random = new SecureRandom();
        Peers peers =
                PeerFeature.create(
                        new PeerFeature.Ports(
                                store,
                                link,
                                structurer,
                                new Workers(background, READERS),
                                background,
                                alarms,
                                time,
                                random::nextLong,
                                () -> settings));
        peers.recover();
        return peers;
    }

    /// Groups are those of the task boards (WF-2).
    static PeerSettings settings(SupieConfig config) {
        PeerConfig peer = config.peer();
        TaskSettings groups = TaskWiring.settings(config);
        return new PeerSettings(
                new RequestRules(peer.targetsMax(), peer.lifetime()),
                new InboxSettings(peer.inboxMax(), peer.whenFull()),
                new Access(peer.access(), device -> groups.groupOf(device).value()),
                config.server().timezoneOffset());
    }
}
