package dev.supie.domain.peer;

import dev.supie.domain.kernel.DeviceId;

import java.util.Map;
import java.util.Set;

/// Who may send to whom, as it is configured (PEER-2). Nothing is allowed that nothing here allows.
///
/// [#ANYBODY] stands for every badge, role or group, and [Targets#BROADCAST] for a message to
/// everybody, which no other entry allows.
///
/// @param allowlist senders that may send to every badge
/// @param rules by sender the targets it may send to
/// @param deviceRoles by badge the roles it has
/// @param rolesGrants by the sender's role the roles of targets it may send to
/// @param groupRules by the sender's group the groups of targets it may send to
public record AccessRules(
        boolean allowAll,
        boolean allowGroup,
        boolean allowBroadcast,
        Set<DeviceId> allowlist,
        Map<String, Set<String>> rules,
        Map<DeviceId, Set<String>> deviceRoles,
        Map<String, Set<String>> rolesGrants,
        Map<String, Set<String>> groupRules) {

    public static final String ANYBODY = "*";

    /// Nobody may send to anybody.
    public static final AccessRules NONE =
            new AccessRules(false, false, false, Set.of(), Map.of(), Map.of(), Map.of(), Map.of());

    public AccessRules {
        allowlist = Set.copyOf(allowlist);
        rules = Map.copyOf(rules);
        deviceRoles = Map.copyOf(deviceRoles);
        rolesGrants = Map.copyOf(rolesGrants);
        groupRules = Map.copyOf(groupRules);
    }

    Set<String> rolesOf(DeviceId device) {
        return deviceRoles.getOrDefault(device, Set.of());
    }
}
