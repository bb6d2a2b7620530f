package dev.supie.domain.meeting;

/// The running notes of a meeting and the summarising that is under way (MTG-5).
///
/// @param provider who wrote last; empty before anything was written
/// @param tickets drafts asked for so far, so that a late answer is told from the awaited one
public record Digest(
        Notes notes, Quality quality, String provider, Drafting drafting, long tickets) {

    /// Why minutes are only quotes although no summarizer failed.
    static final String NO_MODEL = "no language model is configured";

    public static final Digest EMPTY =
            new Digest(Notes.EMPTY, new Quality.Full(), "", new Drafting.Idle(), 0);

    /// Whether this ticket's answer is the one that is waited for.
    boolean awaits(long ticket) {
        return drafting instanceof Drafting.InFlight flight && flight.ticket() == ticket;
    }

    /// The last segment of the window that is being read, 0 if none is.
    long frozenThrough() {
        return switch (drafting) {
            case Drafting.Idle _ -> 0;
            case Drafting.InFlight flight -> flight.piece().window().last();
            case Drafting.Resting resting -> resting.piece().window().last();
        };
    }

    Digest with(Drafting next) {
        return new Digest(notes, quality, provider, next, tickets);
    }

    /// After an answer; the notes stay within their limits.
    Digest written(Notes newNotes, String by, int attempt, String reason) {
        return new Digest(
                newNotes.bounded(), quality(by, attempt, reason), by, new Drafting.Idle(), tickets);
    }

    /// After the last try, with what the domain could write by itself.
    Digest givenUp(Notes newNotes, String reason) {
        return written(newNotes, Summary.EXTRACTIVE, Drafting.ATTEMPTS_MAX, reason);
    }

    /// MTG-8: quotes are less than minutes, be it that the model failed or that there is none.
    private Quality quality(String by, int attempt, String reason) {
        if (attempt > 1) {
            return new Quality.Degraded(reason);
        }
        return by.equals(Summary.EXTRACTIVE) ? new Quality.Degraded(NO_MODEL) : quality;
    }
}
