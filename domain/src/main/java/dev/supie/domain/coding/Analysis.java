package dev.supie.domain.coding;

import java.time.Instant;

/// When the lines of a run are looked at; one analysis at a time (COD-2).
///
/// ```
///             a line                    its time, with a model
///   Resting ──────────────▶ Due ─────────────────────────────────┐
///    ▲                       │ ▲                                  ▼
///    ├── its time ───────────┘ └── lines came meanwhile ──────── Asked
///    └────────────── answer, failure or time-out ─────────────────┘
/// ```
public sealed interface Analysis {

    /// Of what is not wanted.
    Instant NEVER = Instant.MAX;

    /// Nothing is new.
    ///
    /// @param earliest when the next one may be
    record Resting(Instant earliest) implements Analysis {}

    /// There are new lines.
    ///
    /// @param at not before `earliest`
    record Due(Instant at, Instant earliest) implements Analysis {}

    /// A model is asked.
    ///
    /// @param again when the lines that came since then want to be looked at, or [#NEVER]: however
    ///   many there are, the next analysis sees them all
    record Asked(long ticket, Instant begunAt, Instant deadline, Instant again)
            implements Analysis {}

    /// Somebody wants the lines to be looked at, at this time.
    default Analysis wanted(Instant at) {
        return switch (this) {
            case Resting(Instant earliest) -> new Due(later(at, earliest), earliest);
            case Due(Instant due, Instant earliest) ->
                    new Due(earlier(due, later(at, earliest)), earliest);
            case Asked(long ticket, Instant begun, Instant deadline, Instant again) ->
                    new Asked(ticket, begun, deadline, earlier(again, at));
        };
    }

    /// What comes after one that has ended now.
    static Analysis ended(Instant again, Instant now) {
        Instant earliest = now.plus(CodingSettings.DEBOUNCE_MIN);
        return again.equals(NEVER)
                ? new Resting(earliest)
                : new Due(later(again, earliest), earliest);
    }

    /// When it wants to be woken, or [#NEVER].
    default Instant deadline() {
        return switch (this) {
            case Resting _ -> NEVER;
            case Due due -> due.at();
            case Asked asked -> asked.deadline();
        };
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
