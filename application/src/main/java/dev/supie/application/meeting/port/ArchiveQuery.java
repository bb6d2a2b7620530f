package dev.supie.application.meeting.port;

import dev.supie.domain.kernel.DeviceId;

import java.time.Instant;
import java.util.Optional;

/// Which meetings to list.
///
/// @param limit 1 to [#LIMIT_MAX]
/// @param device only this badge's, if given
/// @param from started at or after
/// @param to started before
public record ArchiveQuery(int limit, Optional<DeviceId> device, Instant from, Instant to) {

    public static final int LIMIT_MAX = 100;

    public ArchiveQuery {
        if (limit < 1 || limit > LIMIT_MAX) {
            throw new IllegalArgumentException("limit must be 1.." + LIMIT_MAX);
        }
    }
}
