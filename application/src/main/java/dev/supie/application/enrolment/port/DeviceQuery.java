package dev.supie.application.enrolment.port;

import java.time.Instant;
import java.util.Set;

/// Which enrolments to read.
///
/// @param phases those that are wanted
/// @param askedAfter who waits but has not asked after this moment waits no more and is left out
/// @param offset how many to skip, 0 to [#OFFSET_MAX]
/// @param limit at most so many, 1 to [#LIMIT_MAX]
public record DeviceQuery(Set<Phase> phases, Instant askedAfter, long offset, int limit) {

    public static final int LIMIT_MAX = 500;

    /// Far beyond any fleet, yet safe for every database's arithmetic.
    public static final long OFFSET_MAX = 1_000_000_000L;

    /// How an enrolment stands, without what belongs to it.
    public enum Phase {
        PENDING,
        APPROVED,
        REVOKED
    }

    public DeviceQuery {
        phases = Set.copyOf(phases);
        if (limit < 1 || limit > LIMIT_MAX || offset < 0 || offset > OFFSET_MAX) {
            throw new IllegalArgumentException("not a page: " + offset + ", " + limit);
        }
    }
}
