package dev.supie.application.peer;

import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.kernel.SessionId;
import dev.supie.domain.peer.InboxCommand;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/// How far each connection has acknowledged (PEER-7) since a round last asked. There is one number
/// for each, however often it says so, and so none has to be refused: a badge would wait for a minute
/// because of one that is lost. Safe for use by many threads.
final class Acknowledgements {

    private final Map<SessionId, Long> furthest = new ConcurrentHashMap<>();

    /// Whether this is the first one that no round has asked for yet.
    boolean isFirst(SessionId session, long upTo) {
        AtomicBoolean first = new AtomicBoolean();
        furthest.compute(
                session,
                (_, before) -> {
                    first.set(before == null);
                    return before == null ? upTo : Math.max(before, upTo);
                });
        return first.get();
    }

    /// The pieces of a round, with what is known of acknowledgements by now.
    List<PeerWork> resolve(List<PeerWork> works) {
        return works.stream().map(this::resolve).toList();
    }

    private PeerWork resolve(PeerWork work) {
        return work instanceof PeerWork.Acknowledged(DeviceId device, SessionId session)
                ? new PeerWork.OnInbox(
                        device, new InboxCommand.AcknowledgeUpTo(session, take(session)))
                : work;
    }

    private long take(SessionId session) {
        return Optional.ofNullable(furthest.remove(session)).orElse(0L);
    }
}
