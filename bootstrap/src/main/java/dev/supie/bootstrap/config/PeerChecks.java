package dev.supie.bootstrap.config;

import dev.supie.domain.peer.AccessRules;
import dev.supie.domain.peer.Targets;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The rules between the keys about messages that are each fine alone.
record PeerChecks(Values values) {

    void run(PeerConfig peer) {
        if (peer.access().allowAll()) {
            warnOfUseless(PeerSettings.ALLOWLIST);
            warnOfUseless(PeerSettings.GROUP_RULES);
        }
        warnOfUnknownRoles(peer.access());
    }

    private void warnOfUseless(Setting<?> setting) {
        if (values.isGiven(setting)) {
            values.warn(
                    setting,
                    "has no effect",
                    "peer.allow_all already lets every badge send to every other");
        }
    }

    /// A role that nobody has is most likely misspelt.
    private void warnOfUnknownRoles(AccessRules access) {
        Set<String> had =
                access.deviceRoles().values().stream()
                        .flatMap(Collection::stream)
                        .collect(Collectors.toSet());
        had.add(AccessRules.ANYBODY);
        had.add(Targets.BROADCAST);
        Map<String, Set<String>> grants = access.rolesGrants();
        Set<String> unknown =
                Stream.concat(
                                grants.keySet().stream(),
                                grants.values().stream().flatMap(Collection::stream))
                        .filter(role -> !had.contains(role))
                        .collect(Collectors.toCollection(TreeSet::new));
        if (!unknown.isEmpty()) {
            values.warn(
                    PeerSettings.ROLES_GRANTS,
                    "names what no badge is: " + String.join(", ", unknown),
                    "give badges these roles in peer.device_roles");
        }
    }
}
