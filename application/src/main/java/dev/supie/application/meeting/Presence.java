package dev.supie.application.meeting;

import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.kernel.SessionId;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/// Which badges are there right now, and through which connection. Known apart from their meetings,
/// because a meeting whose store has failed forgets that its badge has left meanwhile.
///
/// This is the fence of DUP-2. A session is its own epoch: ids are never used twice, the one that
/// arrived last counts, and none counts once that has left, so an older one never counts again.
final class Presence {

    private final ConcurrentHashMap<DeviceId, SessionId> sessions = new ConcurrentHashMap<>();

    void came(DeviceId device, SessionId session) {
        sessions.put(device, session);
    }

    void went(DeviceId device, SessionId session) {
        sessions.remove(device, session);
    }

    boolean isThere(DeviceId device, SessionId session) {
        return session.equals(sessions.get(device));
    }

    /// The connections of badges that are there.
    List<SessionId> ofThose(Predicate<DeviceId> wanted) {
        return sessions.entrySet().stream()
                .filter(badge -> wanted.test(badge.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }
}
