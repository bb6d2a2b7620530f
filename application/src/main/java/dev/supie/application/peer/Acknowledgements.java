package dev.supie.application.peer;

import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.kernel.SessionId;
import dev.supie.domain.peer.InboxCommand;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/// How far each badge has acknowledged (PEER-7) since a round last asked. There is one number for
/// each, however often it says so, and so none has to be refused: a badge would wait for a minute
/// because of one that is lost. Safe for use by many threads.
///
/// @param later takes the piece of work that the first one is
record Acknowledgements(Map<DeviceId, PeerWork.Acknowledged> open, Consumer<PeerWork> later) {

    Acknowledgements(Consumer<PeerWork> later) {
        this(new ConcurrentHashMap<>(), later);
    }

    void add(DeviceId device, SessionId session, long upTo) {
        open.compute(
                device,
                (_, before) -> {
                    if (before != null && before.session().equals(session)) {
                        before.upTo().accumulateAndGet(upTo, Math::max);
                        return before;
                    }
                    var first = new PeerWork.Acknowledged(device, session, new AtomicLong(upTo));
                    later.accept(first);
                    return first;
                });
    }

    /// Something else happens to this badge's connection: what is acknowledged from now on comes after
    /// that.
    void close(DeviceId device) {
        open.remove(device);
    }

    /// The pieces of a round, with what is known of acknowledgements by now.
    List<PeerWork> resolve(List<PeerWork> works) {
        return works.stream().map(this::resolve).toList();
    }

    private PeerWork resolve(PeerWork work) {
        if (!(work instanceof PeerWork.Acknowledged piece)) {
            return work;
        }
        // Nobody adds to it once it is out of the map.
        open.computeIfPresent(piece.device(), (_, newest) -> newest.equals(piece) ? null : newest);
        return new PeerWork.OnInbox(
                piece.device(),
                new InboxCommand.AcknowledgeUpTo(piece.session(), piece.upTo().get()));
    }
}
