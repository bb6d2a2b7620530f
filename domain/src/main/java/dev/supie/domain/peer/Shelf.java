package dev.supie.domain.peer;

import dev.supie.domain.kernel.DeviceId;

import java.util.List;

/// What waits for one badge, in order.
///
/// @param lastRseq the place of the last message that ever came in; 0 before the first
/// @param waiting by ascending [Envelope.Waiting#rseq], none above `lastRseq`
/// @param acknowledges what the badge last said of itself; no if it never said anything
public record Shelf(
        DeviceId owner, long lastRseq, List<Envelope.Waiting> waiting, boolean acknowledges) {

    public Shelf {
        waiting = List.copyOf(waiting);
        long before = 0;
        for (Envelope.Waiting envelope : waiting) {
            if (envelope.rseq() <= before || envelope.rseq() > lastRseq) {
                throw new IllegalArgumentException("out of order: " + envelope.rseq());
            }
            before = envelope.rseq();
        }
    }

    /// Of a badge that does not acknowledge, as far as anybody knows.
    public Shelf(DeviceId owner, long lastRseq, List<Envelope.Waiting> waiting) {
        this(owner, lastRseq, waiting, false);
    }

    /// Of a badge that nobody has ever written to.
    public static Shelf empty(DeviceId owner) {
        return new Shelf(owner, 0, List.of());
    }
}
