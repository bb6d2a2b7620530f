package dev.supie.bootstrap.server;

import dev.supie.application.connection.port.BadgeLink;
import dev.supie.application.peer.PeerFeature;
import dev.supie.application.peer.PeerTally;
import dev.supie.application.peer.Peers;
import dev.supie.application.peer.port.PeerStore;
import dev.supie.application.peer.port.Structurer;
import dev.supie.application.runtime.Alarms;
import dev.supie.application.runtime.Workers;
import dev.supie.application.task.MessageImport;
import dev.supie.application.task.Tasks;
import dev.supie.bootstrap.reload.LiveConfig;
import dev.supie.bootstrap.rules.PeerRules;
import dev.supie.bootstrap.rules.TaskRules;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/// Puts the messages between badges together.
record PeerWiring(
        PeerStore store,
        Tasks tasks,
        BadgeLink link,
        Executor background,
        Alarms alarms,
        InstantSource time) {

    /// @param structurer reads messages (PEER-4); without one rules do
    Peers peers(LiveConfig config, Supplier<Optional<Structurer>> structurer, PeerTally tally) {
        if (!config.get().peer().enabled()) {
            return PeerFeature.off(link);
        }
        SecureRandom random = new SecureRandom();
        Peers peers =
                PeerFeature.create(
                        new PeerFeature.Ports(
                                store,
                                link,
                                structurer,
                                new Workers(background, StructurerWiring.WORKERS),
                                background,
                                alarms,
                                time,
                                random::nextLong,
                                config.view(PeerRules::of),
                                new MessageImport(tasks, config.view(TaskRules::of)),
                                tally));
        peers.recover();
        return peers;
    }
}
