package dev.supie.domain.connection;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;

/// Whether the idle layers of a connection run (CON-3).
public sealed interface IdlePause {

    /// They run.
    record None() implements IdlePause {}

    /// They stand still.
    ///
    /// @param holds why; never empty
    /// @param since when the first of them began
    record Held(Set<IdleHold> holds, Instant since) implements IdlePause {
        public Held {
            holds = Set.copyOf(holds);
        }
    }

    /// With one hold more.
    default IdlePause with(IdleHold hold, Instant now) {
        return switch (this) {
            case None _ -> new Held(Set.of(hold), now);
            case Held held -> {
                Set<IdleHold> more = EnumSet.copyOf(held.holds());
                more.add(hold);
                yield new Held(more, held.since());
            }
        };
    }

    /// Without this hold, if it was one.
    default IdlePause without(IdleHold hold) {
        return switch (this) {
            case None _ -> this;
            case Held held -> {
                Set<IdleHold> fewer = EnumSet.copyOf(held.holds());
                fewer.remove(hold);
                yield fewer.isEmpty() ? new None() : new Held(fewer, held.since());
            }
        };
    }
}
