package dev.supie.domain.peer;

import static dev.supie.domain.peer.PeerExamples.LI;
import static dev.supie.domain.peer.PeerExamples.ME;
import static dev.supie.domain.peer.PeerExamples.ZOE;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.supie.domain.kernel.DeviceId;

import org.junit.jupiter.api.Test;

import java.util.Map;
import java.util.Set;

/// PEER-2: who may send to whom, and which rule says so.
class AccessTest {

    /// Li and Zoe are of one group, everybody else of another.
    private static String groupOf(DeviceId device) {
        return device.equals(LI) || device.equals(ZOE) ? "kitchen" : "office";
    }

    private static Access access(AccessRules rules) {
        return new Access(rules, AccessTest::groupOf);
    }

    private static AccessRules flags(boolean all, boolean group, boolean broadcast) {
        return new AccessRules(
                all, group, broadcast, Set.of(), Map.of(), Map.of(), Map.of(), Map.of());
    }

    private static AccessRules rules(Map<String, Set<String>> rules) {
        return new AccessRules(false, false, false, Set.of(), rules, Map.of(), Map.of(), Map.of());
    }

    private static AccessRules roles(
            Map<DeviceId, Set<String>> ofDevices, Map<String, Set<String>> grants) {
        return new AccessRules(
                false, false, false, Set.of(), Map.of(), ofDevices, grants, Map.of());
    }

    private static AccessRules groups(Map<String, Set<String>> groupRules) {
        return new AccessRules(
                false, false, false, Set.of(), Map.of(), Map.of(), Map.of(), groupRules);
    }

    private static Permission allowed(Rule rule, String because) {
        return new Permission.Allowed(rule, because);
    }

    @Test
    void withoutRulesNobodyMaySendAnything() {
        Access none = access(AccessRules.NONE);

        assertEquals(
                new Permission.Refused(
                        "no rule lets aa:01 (roles none, group kitchen) send to cc:03"
                                + " (roles none, group office)"),
                none.permission(LI, ME));
        assertFalse(none.permission(LI, LI).isAllowed());
        assertEquals(
                new Permission.Refused("no rule lets aa:01 send to everybody; its roles are none"),
                none.broadcast(LI));
    }

    @Test
    void everybodyMayBeAllowed() {
        Access all = access(flags(true, false, false));

        assertEquals(
                allowed(Rule.ALLOW_ALL, "peer.allow_all: everybody may send"),
                all.permission(LI, ME));
        assertFalse(all.broadcast(LI).isAllowed());
    }

    @Test
    void theSameGroupMayBeAllowed() {
        Access group = access(flags(false, true, false));

        assertEquals(
                allowed(Rule.ALLOW_GROUP, "peer.allow_group: both are in group kitchen"),
                group.permission(LI, ZOE));
        assertFalse(group.permission(LI, ME).isAllowed());
    }

    @Test
    void aSenderOnTheListMaySendToEveryBadgeButNotToAllAtOnce() {
        Access list =
                access(
                        new AccessRules(
                                false,
                                false,
                                false,
                                Set.of(LI),
                                Map.of(),
                                Map.of(),
                                Map.of(),
                                Map.of()));

        assertEquals(
                allowed(Rule.ALLOWLIST, "peer.allowlist: it names aa:01"), list.permission(LI, ME));
        assertFalse(list.permission(ME, LI).isAllowed());
        assertFalse(list.broadcast(LI).isAllowed());
    }

    @Test
    void rulesNameSendersAndTargets() {
        Access named = access(rules(Map.of("aa:01", Set.of("cc:03"), "*", Set.of("bb:02"))));

        assertEquals(
                allowed(Rule.RULES, "peer.rules: aa:01 may send to cc:03"),
                named.permission(LI, ME));
        assertEquals(
                allowed(Rule.RULES, "peer.rules: * may send to bb:02"), named.permission(ME, ZOE));
        assertFalse(named.permission(ME, LI).isAllowed());
    }

    @Test
    void aRuleMayNameEveryTarget() {
        Access named = access(rules(Map.of("aa:01", Set.of("*"))));

        assertEquals(
                allowed(Rule.RULES, "peer.rules: aa:01 may send to *"), named.permission(LI, ME));
        assertFalse(named.broadcast(LI).isAllowed());
    }

    @Test
    void rolesAreGrantedRoles() {
        Access roles =
                access(
                        roles(
                                Map.of(LI, Set.of("chef", "boss"), ME, Set.of("waiter")),
                                Map.of("chef", Set.of("waiter"), "waiter", Set.of("*"))));

        assertEquals(
                allowed(Rule.ROLES, "peer.roles_grants: chef may send to waiter"),
                roles.permission(LI, ME));
        assertEquals(
                allowed(Rule.ROLES, "peer.roles_grants: waiter may send to anybody"),
                roles.permission(ME, LI));
        assertEquals(
                new Permission.Refused(
                        "no rule lets aa:01 (roles boss, chef, group kitchen) send to bb:02"
                                + " (roles none, group kitchen)"),
                roles.permission(LI, ZOE));
    }

    @Test
    void groupsReachGroups() {
        Access groups = access(groups(Map.of("kitchen", Set.of("office"), "office", Set.of("*"))));

        assertEquals(
                allowed(
                        Rule.GROUP_RULES,
                        "peer.group_rules: group kitchen may send to group office"),
                groups.permission(LI, ME));
        assertEquals(
                allowed(
                        Rule.GROUP_RULES,
                        "peer.group_rules: group office may send to group kitchen"),
                groups.permission(ME, LI));
        assertFalse(groups.permission(LI, ZOE).isAllowed());
    }

    @Test
    void everybodyAtOnceIsAllowedByItsOwnWord() {
        assertEquals(
                allowed(
                        Rule.ALLOW_BROADCAST,
                        "peer.allow_broadcast: everybody may send to everybody"),
                access(flags(false, false, true)).broadcast(LI));
        assertEquals(
                allowed(Rule.RULES, "peer.rules: aa:01 may send to broadcast"),
                access(rules(Map.of("aa:01", Set.of("broadcast")))).broadcast(LI));
        assertEquals(
                allowed(Rule.ROLES, "peer.roles_grants: boss may send to everybody"),
                access(roles(Map.of(LI, Set.of("boss")), Map.of("boss", Set.of("broadcast"))))
                        .broadcast(LI));
        assertFalse(access(flags(false, false, true)).permission(LI, ZOE).isAllowed());
    }

    @Test
    void theFirstRuleThatAllowsIsTheAnswer() {
        Access two = access(flags(true, true, true));

        assertEquals(
                allowed(Rule.ALLOW_ALL, "peer.allow_all: everybody may send"),
                two.permission(LI, ZOE));
    }
}
