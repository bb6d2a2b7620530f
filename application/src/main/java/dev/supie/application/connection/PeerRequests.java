package dev.supie.application.connection;

import dev.supie.application.connection.port.BadgeLink;
import dev.supie.application.connection.port.ErrorCode;
import dev.supie.application.connection.port.Rid;
import dev.supie.application.peer.PeerCaller;
import dev.supie.application.peer.PeerFeatures;
import dev.supie.application.peer.Peers;
import dev.supie.domain.connection.ClientFeatures;
import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.kernel.SessionId;
import dev.supie.domain.peer.MessageId;
import dev.supie.domain.peer.PeerRequest;

import java.util.Optional;

/// What badges say about messages between them (PEER-1, PEER-7); only ever called in a connection's
/// lane.
final class PeerRequests {

    private static final String FEATURE = "peer";

    private static final Refusal BUSY =
            new Refusal(ErrorCode.BUSY, "too many messages are waiting: send it again");

    private final Peers peers;
    private final BadgeLink link;

    PeerRequests(Peers peers, BadgeLink link) {
        this.peers = peers;
        this.link = link;
    }

    void handle(LiveConnection live, BadgeRequest.AboutMessages request) {
        DeviceId device = live.identity().device();
        SessionId session = live.identity().session();
        switch (request) {
            case BadgeRequest.SendMessage(PeerRequest message, Rid rid) ->
                    refusal(live, message, rid)
                            .map(refusal -> refusal.of(FEATURE, "", rid))
                            .ifPresent(no -> link.send(session, no));
            case BadgeRequest.AcknowledgeUpTo(long rseq, Rid _) ->
                    peers.acknowledged(device, session, rseq);
            case BadgeRequest.AcknowledgeOne(MessageId id, Rid _) ->
                    peers.acknowledged(device, session, id);
        }
    }

    /// Nothing for a message that is answered once it is stored.
    private Optional<Refusal> refusal(LiveConnection live, PeerRequest message, Rid rid) {
        if (live.isFenced()) {
            return Optional.of(Refusal.REPLACED);
        }
        PeerCaller from = new PeerCaller(live.identity().device(), live.identity().session(), rid);
        return peers.send(from, message) ? Optional.empty() : Optional.of(BUSY);
    }

    /// After its answer, because what waits for the badge follows that (CON-2, PEER-9).
    void greeted(LiveConnection live, ClientFeatures features) {
        peers.greeted(
                live.identity().device(),
                live.identity().session(),
                new PeerFeatures(features.peer(), features.receipts()));
    }

    /// PEER-5.
    String inboxEpoch() {
        return peers.inboxEpoch();
    }
}
