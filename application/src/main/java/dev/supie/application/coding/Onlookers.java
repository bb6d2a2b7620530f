package dev.supie.application.coding;

import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.kernel.SessionId;
import dev.supie.domain.task.GroupKey;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The badges that are there, by group: whoever may be shown a build of another one (COD-5). There
/// are never more of them than connections. Safe for use by many threads.
final class Onlookers {

    private final Map<DeviceId, Place> places = new HashMap<>();
    private final Map<GroupKey, Map<DeviceId, SessionId>> groups = new HashMap<>();

    /// @param group as it was when the badge came, so that it is found when it goes
    private record Place(SessionId session, GroupKey group) {}

    /// Takes the place of an older connection of the badge (DUP-1).
    synchronized void enter(DeviceId device, SessionId session, GroupKey group) {
        Place before = places.put(device, new Place(session, group));
        if (before != null) {
            forget(device, before.group());
        }
        groups.computeIfAbsent(group, _ -> new LinkedHashMap<>()).put(device, session);
    }

    /// Repeating it is harmless, and so is leaving late.
    synchronized void leave(DeviceId device, SessionId session) {
        Place place = places.get(device);
        if (place != null && place.session().equals(session)) {
            places.remove(device);
            forget(device, place.group());
        }
    }

    private void forget(DeviceId device, GroupKey group) {
        groups.computeIfPresent(
                group,
                (_, members) -> {
                    members.remove(device);
                    return members.isEmpty() ? null : members;
                });
    }

    synchronized Optional<SessionId> find(DeviceId device) {
        return Optional.ofNullable(places.get(device)).map(Place::session);
    }

    /// In the order in which they came.
    synchronized List<SessionId> of(GroupKey group) {
        return List.copyOf(groups.getOrDefault(group, Map.of()).values());
    }

    /// Badges and groups in memory.
    synchronized int size() {
        return places.size() + groups.size();
    }
}
