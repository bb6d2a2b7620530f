package dev.supie.adapter.out.jooq;

import java.time.Instant;

/// Times as they are kept: milliseconds since 1970, rounded down, the unit of the wire.
final class KeptTime {

    private static final Instant FIRST = Instant.ofEpochMilli(Long.MIN_VALUE);
    private static final Instant LAST = Instant.ofEpochMilli(Long.MAX_VALUE);

    private KeptTime() {}

    static long millis(Instant time) {
        return time.toEpochMilli();
    }

    static Instant instant(long millis) {
        return Instant.ofEpochMilli(millis);
    }

    /// The first kept time that is not before a bound, which may be as far away as [Instant#MAX]. A
    /// kept time is at or after the bound if and only if it is at or after this.
    static long firstNotBefore(Instant bound) {
        if (bound.isAfter(LAST)) {
            return Long.MAX_VALUE;
        }
        if (bound.isBefore(FIRST)) {
            return Long.MIN_VALUE;
        }
        long millis = bound.toEpochMilli();
        return instant(millis).equals(bound) ? millis : millis + 1;
    }
}
