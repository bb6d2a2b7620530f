package dev.supie.application.peer;

import dev.supie.application.connection.port.BadgeLink;
import dev.supie.application.connection.port.BadgeMessage;
import dev.supie.application.connection.port.ErrorCode;
import dev.supie.application.peer.port.WaitingMessages;
import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.kernel.SessionId;
import dev.supie.domain.peer.MessageId;
import dev.supie.domain.peer.PeerRequest;
import dev.supie.domain.peer.Permission;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/// Peer messages while `peer.enabled` is false: none is carried, and whoever sends one is told so.
/// What is stored stays there, and expires as if it were looked after.
record PeersOff(BadgeLink link) implements Peers {

    static final String TEXT = "messages between badges are switched off here (peer.enabled)";

    @Override
    public void arrived(DeviceId device, SessionId session) {}

    @Override
    public void whenServed(DeviceId device, SessionId session, Runnable action) {
        action.run();
    }

    @Override
    public void greeted(DeviceId device, SessionId session, PeerFeatures features) {}

    @Override
    public void left(DeviceId device, SessionId session) {}

    @Override
    public boolean send(PeerCaller from, PeerRequest request) {
        BadgeMessage off =
                new BadgeMessage.FeatureError(
                        PeerPost.FEATURE, "", ErrorCode.UNAUTHORIZED, TEXT, from.rid());
        from.listener()
                .ifPresentOrElse(
                        listener -> listener.accept(off), () -> link.send(from.session(), off));
        return true;
    }

    @Override
    public void acknowledged(DeviceId device, SessionId session, long upTo) {}

    @Override
    public void acknowledged(DeviceId device, SessionId session, MessageId id) {}

    @Override
    public Permission explain(DeviceId sender, DeviceId target) {
        return new Permission.Refused(TEXT);
    }

    @Override
    public String inboxEpoch() {
        return "";
    }

    @Override
    public List<WaitingMessages> queues(int limit) {
        return List.of();
    }

    @Override
    public CompletableFuture<Integer> purge(DeviceId device) {
        return CompletableFuture.completedFuture(0);
    }

    @Override
    public void recover() {}

    @Override
    public CompletableFuture<Void> drain() {
        return CompletableFuture.completedFuture(null);
    }
}
