package dev.supie.domain.peer;

/// What allowed a message (PEER-2), in the order in which the rules are asked.
public enum Rule {
    ALLOW_ALL("peer.allow_all"),
    ALLOWLIST("peer.allowlist"),
    RULES("peer.rules"),
    ROLES("peer.roles_grants"),
    GROUP_RULES("peer.group_rules"),
    ALLOW_GROUP("peer.allow_group"),
    ALLOW_BROADCAST("peer.allow_broadcast");

    private final String key;

    Rule(String key) {
        this.key = key;
    }

    /// Where it stands in the configuration.
    public String key() {
        return key;
    }
}
