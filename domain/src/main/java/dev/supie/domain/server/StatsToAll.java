package dev.supie.domain.server;

/// `server.stats_to_all`: whether badges that have not asked get statistics too (SRV-1).
public enum StatsToAll {
    /// As long as there are at most [#DEVICES_MAX] badges.
    AUTO,
    ALWAYS,
    NEVER;

    /// Beyond it telling everybody of everybody is only traffic.
    public static final int DEVICES_MAX = 50;

    /// @param deviceCount badges that are online
    public boolean allows(int deviceCount) {
        return switch (this) {
            case AUTO -> deviceCount <= DEVICES_MAX;
            case ALWAYS -> true;
            case NEVER -> false;
        };
    }
}
