package dev.supie.domain.meeting;

import java.time.Instant;

/// The one piece of summarising a meeting may have under way.
///
/// ```
///             request                    no answer, or none in time
///   Idle ──────────────▶ InFlight ─────────────────────────────────┐
///    ▲                    │   ▲                                     │
///    └──── answer ────────┘   └── the fallback tries ◀── Resting ◀──┘
/// ```
public sealed interface Drafting {

    /// The configured summarizer is asked once (its adapter does its own retries), the fallback
    /// [#ATTEMPTS_MAX] - 1 times; after that the domain writes from what it has in memory.
    int ATTEMPTS_MAX = 5;

    record Idle() implements Drafting {}

    /// Asked; the answer comes as a command that carries the ticket.
    ///
    /// @param attempt 1 for the configured summarizer, from 2 on the fallback
    /// @param begun whether somebody works on it; others may be waiting in front of it
    /// @param reason why attempt 1 failed; empty while it has not
    record InFlight(
            long ticket, Piece piece, int attempt, boolean begun, Instant deadline, String reason)
            implements Drafting {

        InFlight begunUntil(Instant due) {
            return new InFlight(ticket, piece, attempt, true, due, reason);
        }
    }

    /// The fallback failed too, which only a failing store or a bug can cause; tried again at
    /// `until`.
    record Resting(Piece piece, int attempt, Instant until, String reason) implements Drafting {}

    /// What is to be written.
    record Piece(DraftKind kind, Window window) {}

    /// Who is to write.
    enum Author {
        CONFIGURED,
        FALLBACK
    }
}
