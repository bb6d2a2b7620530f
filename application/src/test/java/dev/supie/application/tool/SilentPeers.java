package dev.supie.application.tool;

import dev.supie.application.peer.PeerCaller;
import dev.supie.application.peer.PeerFeatures;
import dev.supie.application.peer.Peers;
import dev.supie.application.peer.port.WaitingMessages;
import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.kernel.SessionId;
import dev.supie.domain.peer.MessageId;
import dev.supie.domain.peer.PeerRequest;
import dev.supie.domain.peer.Permission;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/// Take every message and never say what became of it.
record SilentPeers() implements Peers {

    @Override
    public void arrived(DeviceId device, SessionId session) {}

    @Override
    public void whenServed(DeviceId device, SessionId session, Runnable action) {}

    @Override
    public void greeted(DeviceId device, SessionId session, PeerFeatures features) {}

    @Override
    public void left(DeviceId device, SessionId session) {}

    @Override
    public boolean send(PeerCaller from, PeerRequest request) {
        return true;
    }

    @Override
    public void acknowledged(DeviceId device, SessionId session, long upTo) {}

    @Override
    public void acknowledged(DeviceId device, SessionId session, MessageId id) {}

    @Override
    public Permission explain(DeviceId sender, DeviceId target) {
        return new Permission.Refused("silent");
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
