package dev.supie.application.peer;

import dev.supie.domain.peer.MessageId;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.function.LongSupplier;

/// Gives each message an id that is greater than the one before (PEER-5). Touched in rounds only.
final class FreshIds {

    private final LongSupplier chance;
    private @Nullable MessageId last;

    /// @param chance 64 random bits
    FreshIds(LongSupplier chance) {
        this.chance = chance;
    }

    MessageId next(Instant now) {
        long drawn = chance.getAsLong();
        MessageId next = last == null ? MessageId.first(now, drawn) : last.next(now, drawn);
        last = next;
        return next;
    }
}
