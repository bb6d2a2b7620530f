package dev.supie.application.meeting.port;

import dev.supie.domain.kernel.DeviceId;

import java.time.Instant;
import java.util.Optional;

/// Which meetings to list, of all that fit the last started first.
///
/// @param offset so many of them are skipped, 0 to [#OFFSET_MAX]
/// @param limit 1 to [#LIMIT_MAX]
/// @param device only this badge's, if given
/// @param from started at or after
/// @param to started before
public record ArchiveQuery(
        int offset, int limit, Optional<DeviceId> device, Instant from, Instant to) {

    public static final int LIMIT_MAX = 100;
    public static final int OFFSET_MAX = 1_000_000;

    public ArchiveQuery {
        if (limit < 1 || limit > LIMIT_MAX) {
            throw new IllegalArgumentException("limit must be 1.." + LIMIT_MAX);
        }
        if (offset < 0 || offset > OFFSET_MAX) {
            throw new IllegalArgumentException("offset must be 0.." + OFFSET_MAX);
        }
    }

    /// The first page.
    public ArchiveQuery(int limit, Optional<DeviceId> device, Instant from, Instant to) {
        this(0, limit, device, from, to);
    }
}
