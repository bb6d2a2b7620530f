package dev.supie.domain.peer;

import dev.supie.domain.kernel.DeviceId;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Decides who may send to whom (PEER-2): the first [Rule] that allows it, else no.
///
/// @param groupOf the key of a badge's group (WF-2)
public record Access(AccessRules rules, Function<DeviceId, String> groupOf) {

    /// To one badge.
    public Permission permission(DeviceId sender, DeviceId target) {
        return firstOf(
                        Stream.of(
                                () -> when(rules.allowAll(), Rule.ALLOW_ALL, "everybody may send"),
                                () ->
                                        when(
                                                rules.allowlist().contains(sender),
                                                Rule.ALLOWLIST,
                                                "it names " + sender),
                                () -> byRules(sender, target.value()),
                                () -> byRoles(sender, rules.rolesOf(target)),
                                () -> byGroups(sender, target),
                                () -> sameGroup(sender, target)))
                .orElseGet(() -> refused(sender, target));
    }

    /// To everybody at once.
    public Permission broadcast(DeviceId sender) {
        return firstOf(
                        Stream.of(
                                () -> byName(rules.rules(), sender, Targets.BROADCAST),
                                () -> broadcastByRoles(sender),
                                () ->
                                        when(
                                                rules.allowBroadcast(),
                                                Rule.ALLOW_BROADCAST,
                                                "everybody may send to everybody")))
                .orElseGet(
                        () ->
                                new Permission.Refused(
                                        "no rule lets %s send to everybody; its roles are %s"
                                                .formatted(sender, shown(rules.rolesOf(sender)))));
    }

    private static Optional<Permission> firstOf(Stream<Supplier<Optional<Permission>>> questions) {
        return questions.map(Supplier::get).flatMap(Optional::stream).findFirst();
    }

    private static Optional<Permission> when(boolean holds, Rule rule, String because) {
        return holds
                ? Optional.of(new Permission.Allowed(rule, rule.key() + ": " + because))
                : Optional.empty();
    }

    private Optional<Permission> byRules(DeviceId sender, String target) {
        Optional<Permission> named = byName(rules.rules(), sender, target);
        return named.isPresent() ? named : byName(rules.rules(), sender, AccessRules.ANYBODY);
    }

    private static Optional<Permission> byName(
            Map<String, Set<String>> entries, DeviceId sender, String target) {
        return Stream.of(sender.value(), AccessRules.ANYBODY)
                .filter(key -> entries.getOrDefault(key, Set.of()).contains(target))
                .findFirst()
                .flatMap(key -> when(true, Rule.RULES, key + " may send to " + target));
    }

    private Optional<Permission> byRoles(DeviceId sender, Set<String> targetRoles) {
        for (String role : sorted(rules.rolesOf(sender))) {
            Set<String> grants = rules.rolesGrants().getOrDefault(role, Set.of());
            if (grants.contains(AccessRules.ANYBODY)) {
                return when(true, Rule.ROLES, role + " may send to anybody");
            }
            for (String reached : sorted(targetRoles)) {
                if (grants.contains(reached)) {
                    return when(true, Rule.ROLES, role + " may send to " + reached);
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Permission> broadcastByRoles(DeviceId sender) {
        return sorted(rules.rolesOf(sender)).stream()
                .filter(
                        role ->
                                rules.rolesGrants()
                                        .getOrDefault(role, Set.of())
                                        .contains(Targets.BROADCAST))
                .findFirst()
                .flatMap(role -> when(true, Rule.ROLES, role + " may send to everybody"));
    }

    private Optional<Permission> byGroups(DeviceId sender, DeviceId target) {
        String own = groupOf.apply(sender);
        String other = groupOf.apply(target);
        Set<String> reached = rules.groupRules().getOrDefault(own, Set.of());
        boolean allowed = reached.contains(other) || reached.contains(AccessRules.ANYBODY);
        return when(allowed, Rule.GROUP_RULES, "group " + own + " may send to group " + other);
    }

    private Optional<Permission> sameGroup(DeviceId sender, DeviceId target) {
        String own = groupOf.apply(sender);
        boolean same = own.equals(groupOf.apply(target));
        return when(rules.allowGroup() && same, Rule.ALLOW_GROUP, "both are in group " + own);
    }

    private Permission refused(DeviceId sender, DeviceId target) {
        return new Permission.Refused(
                "no rule lets %s (roles %s, group %s) send to %s (roles %s, group %s)"
                        .formatted(
                                sender,
                                shown(rules.rolesOf(sender)),
                                groupOf.apply(sender),
                                target,
                                shown(rules.rolesOf(target)),
                                groupOf.apply(target)));
    }

    private static String shown(Set<String> roles) {
        return roles.isEmpty() ? "none" : String.join(", ", sorted(roles));
    }

    /// Always the same answer to the same question.
    private static List<String> sorted(Set<String> words) {
        return List.copyOf(new TreeSet<>(words));
    }
}
