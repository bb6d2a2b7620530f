package dev.supie.domain.peer;

import java.time.Instant;

/// How far a message has come on its way to one target (PEER-7, PEER-8):
///
/// ```
///                         sent          acknowledged
///   Accepted ──▶ Queued ────────▶ InFlight ────────▶ Acknowledged
///                 │ │ ▲ connection   │
///                 │ │ └──────────────┤ fifth time
///                 │ └──▶ Expired     │
///                 └──▶ Dropped ◀─────┘
/// ```
///
/// The three on the right and below are ends: each message has exactly one of them for each target,
/// and nothing changes it any more.
public sealed interface Envelope {

    /// After so many tries a message must be what its target fails on (PEER-7).
    int ATTEMPTS_MAX = 5;

    Letter letter();

    /// The rules allow it; it has no place in the inbox yet.
    record Accepted(Letter letter) implements Envelope {}

    /// In the inbox of its target. A message that is in here is stored.
    sealed interface Waiting extends Envelope {

        /// Its place among all messages of the target: 1, 2, 3 and so on (PEER-5).
        long rseq();

        /// How often it was sent.
        int attempts();
    }

    /// Not on its way now.
    record Queued(Letter letter, long rseq, int attempts) implements Waiting {}

    /// Sent on the connection that the target has now.
    ///
    /// @param attempts this time included
    record InFlight(Letter letter, long rseq, int attempts) implements Waiting {}

    /// It is over.
    sealed interface Settled extends Envelope {
        long rseq();

        Instant at();
    }

    /// The target has it: it said so, or the bytes were written to a target that never does.
    record Acknowledged(Letter letter, long rseq, Instant at) implements Settled {}

    /// It waited too long.
    record Expired(Letter letter, long rseq, Instant at) implements Settled {}

    /// It was given up.
    record Dropped(Letter letter, long rseq, Instant at, Reason reason) implements Settled {}

    /// Why a message was given up.
    enum Reason {
        /// A newer one needed the place (`peer.queue_full: drop_oldest`).
        DISPLACED,
        /// Sent five times and never acknowledged.
        UNDELIVERABLE,
        /// An administrator has cleared the inbox.
        PURGED
    }
}
