package dev.supie.application.server;

import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.kernel.SessionId;

import java.util.Collection;
import java.util.List;

/// Who is online, and who is to be told. Safe for use by many threads.
public interface StatsAudience {

    /// Badges that can be reached.
    Collection<DeviceId> online();

    /// How many they are; does not take longer when they are many.
    int onlineCount();

    /// Connections to be told: those that have been welcomed (CON-1), one for each badge.
    ///
    /// @param everybody or only those that have asked
    List<SessionId> listening(boolean everybody);
}
