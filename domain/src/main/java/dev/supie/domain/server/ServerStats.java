package dev.supie.domain.server;

import dev.supie.domain.kernel.DeviceId;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/// Who is online and how busy the machine is, at one moment (SRV-1).
///
/// @param deviceCount all badges that are online
/// @param online their ids in order, the first [#ONLINE_MAX] of them
public record ServerStats(Instant at, int deviceCount, List<DeviceId> online, MachineUse machine) {

    /// Ids that one message names.
    public static final int ONLINE_MAX = 200;

    public ServerStats {
        online = List.copyOf(online);
        if (online.size() > ONLINE_MAX || online.size() > deviceCount) {
            throw new IllegalArgumentException("more ids than there may be");
        }
    }

    public static ServerStats of(Instant at, Collection<DeviceId> online, MachineUse machine) {
        List<DeviceId> first =
                online.stream()
                        .sorted(Comparator.comparing(DeviceId::value))
                        .limit(ONLINE_MAX)
                        .toList();
        return new ServerStats(at, Math.max(online.size(), first.size()), first, machine);
    }
}
