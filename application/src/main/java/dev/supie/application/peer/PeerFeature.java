package dev.supie.application.peer;

import dev.supie.application.connection.port.BadgeLink;
import dev.supie.application.peer.port.PeerStore;
import dev.supie.application.peer.port.Structurer;
import dev.supie.application.peer.port.TaskBoards;
import dev.supie.application.runtime.Alarms;
import dev.supie.application.runtime.Workers;

import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/// Puts the peer feature together.
public final class PeerFeature {

    private PeerFeature() {}

    /// What the feature needs from outside.
    ///
    /// @param structurer a model, asked for anew for every message (CFG-3); without one rules do
    ///   its work
    /// @param workers run the model, for up to three seconds each time
    /// @param background runs short work that must not run on the caller's thread
    /// @param chance 64 random bits, for ids
    /// @param settings asked anew for every request and round (CFG-3)
    /// @param boards for messages that are tasks (PEER-10)
    public record Ports(
            PeerStore store,
            BadgeLink link,
            Supplier<Optional<Structurer>> structurer,
            Workers workers,
            Executor background,
            Alarms alarms,
            InstantSource time,
            LongSupplier chance,
            Supplier<PeerSettings> settings,
            TaskBoards boards,
            PeerTally tally) {}

    public static Peers create(Ports ports) {
        return new PeerService(ports);
    }

    /// The feature while it is switched off (`peer.enabled`): whoever sends a message is told so.
    public static Peers off(BadgeLink link) {
        return new PeersOff(link);
    }
}
