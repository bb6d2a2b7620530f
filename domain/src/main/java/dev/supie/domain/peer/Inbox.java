package dev.supie.domain.peer;

import dev.supie.domain.kernel.SessionId;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/// What waits for one badge, and whether it can be sent (PEER-7 to PEER-9):
///
/// ```
///            connects             says hello, or does not for a while
///   Away ─────────────▶ Expecting ────────────▶ Serving
///    ▲                      │                     │
///    └──────────────────────┴─────────────────────┘ leaves
/// ```
///
/// A badge that connects anew, whatever it was before, is [Expecting] again: what was in flight is
/// queued.
public sealed interface Inbox {

    Shelf shelf();

    /// The badge is not connected.
    record Away(Shelf shelf) implements Inbox {}

    /// It is connected, but has not yet said what it can do. Until it has, nothing is sent: a
    /// message sent too early to a badge that acknowledges would count as served unacknowledged.
    ///
    /// @param until when it counts as what it was the last time
    record Expecting(Shelf shelf, SessionId session, Instant until) implements Inbox {}

    /// It is sent what comes in.
    ///
    /// @param head what it has had longest without an answer
    record Serving(Shelf shelf, SessionId session, Manners manners, Head head, Backlog backlog)
            implements Inbox {}

    /// The first message in flight.
    ///
    /// @param rseq 0 if there is none
    /// @param since when it became the first, or the badge began
    record Head(long rseq, Instant since) {}

    /// When something is to be done even if nothing happens.
    default Optional<Instant> deadline() {
        Stream<Instant> ages =
                shelf().waiting().stream()
                        .filter(Envelope.Queued.class::isInstance)
                        .map(envelope -> envelope.letter().expiresAt());
        Stream<Instant> own =
                switch (this) {
                    case Away _ -> Stream.empty();
                    case Expecting expecting -> Stream.of(expecting.until());
                    case Serving serving -> stall(serving).stream();
                };
        return Stream.concat(ages, own).min(Instant::compareTo);
    }

    /// When a badge that should acknowledge has not done so for too long.
    static Optional<Instant> stall(Serving serving) {
        return serving.manners().acknowledges() && serving.head().rseq() > 0
                ? Optional.of(serving.head().since().plus(InboxDecider.STALL_MAX))
                : Optional.empty();
    }
}
