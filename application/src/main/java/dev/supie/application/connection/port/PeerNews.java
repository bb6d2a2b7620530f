package dev.supie.application.connection.port;

import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.peer.Ending;
import dev.supie.domain.peer.MessageId;
import dev.supie.domain.peer.PeerMessage;
import dev.supie.domain.peer.PeerReceipt;

import java.time.Duration;
import java.util.List;

/// Everything that is said to a badge about peer messages (PEER-5 to PEER-9).
public sealed interface PeerNews {

    /// A message for the badge (PEER-5).
    ///
    /// @param to the badge itself
    /// @param attempt 1 the first time; a badge that was sent it before may have it already
    record Delivery(PeerMessage message, DeviceId to, long rseq, int attempt, Duration lifetimeLeft)
            implements PeerNews {}

    /// The badge's own message is stored (PEER-6).
    ///
    /// @param elapsed since the request arrived
    /// @param repeated whether this is the receipt of a message that was accepted before (PEER-7)
    record Receipt(
            MessageId id, PeerReceipt receipt, String summary, Duration elapsed, boolean repeated)
            implements PeerNews {}

    /// Some of its targets are not connected, and will get it when they are (PEER-6).
    record TargetsOffline(List<DeviceId> targets) implements PeerNews {
        public TargetsOffline {
            targets = List.copyOf(targets);
        }
    }

    /// The badge sends too much (PEER-3); nothing was done.
    record TooFast(Duration retryAfter) implements PeerNews {}

    /// So many of its messages waited for that badge and have been sent to it now (PEER-9).
    record Redelivered(DeviceId to, int count) implements PeerNews {}

    /// The badge has everything that waited for it (PEER-9).
    record BacklogEnd(int count) implements PeerNews {}

    /// Messages of the badge that nobody will get any more, at least not everybody (PEER-8).
    ///
    /// @param ending [Ending#EXPIRED], or [Ending#DROPPED] for whatever was given up
    record Lost(Ending ending, List<MessageId> ids) implements PeerNews {
        public Lost {
            ids = List.copyOf(ids);
        }
    }

    /// How a message of the badge ended for one target (PEER-6).
    record Ended(MessageId id, DeviceId to, Ending ending) implements PeerNews {}
}
