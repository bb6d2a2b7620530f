package dev.supie.domain.meeting;

import dev.supie.domain.meeting.Drafting.Author;
import dev.supie.domain.meeting.Drafting.Piece;
import dev.supie.domain.meeting.MeetingEffect.RequestDraft;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// How a piece of summarising is asked for, asked for again, and given up (MTG-5, MTG-8).
final class DraftRules {

    /// How long a request may wait for its turn behind those of other meetings, before the time for
    /// its answer begins.
    static final Duration TURN_WITHIN = Duration.ofMinutes(5);

    /// Between two tries of the fallback.
    static final Duration REST = Duration.ofSeconds(2);

    private final MeetingSettings settings;

    DraftRules(MeetingSettings settings) {
        this.settings = settings;
    }

    /// A digest with something under way, and the request for it.
    record Asked(Digest next, RequestDraft request) {}

    Asked ask(Digest digest, Piece piece, Instant now) {
        return ask(digest, piece, 1, "", now);
    }

    private Asked ask(Digest digest, Piece piece, int attempt, String reason, Instant now) {
        long ticket = digest.tickets() + 1;
        Drafting flight =
                new Drafting.InFlight(ticket, piece, attempt, false, now.plus(TURN_WITHIN), reason);
        RequestDraft request =
                new RequestDraft(
                        ticket,
                        piece,
                        digest.notes(),
                        attempt == 1 ? Author.CONFIGURED : Author.FALLBACK,
                        settings.tokensMax(piece.kind()),
                        TURN_WITHIN,
                        settings.draftTimeLimit());
        return new Asked(
                new Digest(digest.notes(), digest.quality(), digest.provider(), flight, ticket),
                request);
    }

    /// Its turn has come: from now on it is waited for. Nothing if nobody waits for this one.
    Optional<Digest> begun(Digest digest, long ticket, Instant now) {
        return digest.drafting() instanceof Drafting.InFlight flight && digest.awaits(ticket)
                ? Optional.of(digest.with(flight.begunUntil(now.plus(settings.draftTimeLimit()))))
                : Optional.empty();
    }

    /// What comes after a failed try.
    sealed interface Retry {

        record Again(Asked asked) implements Retry {}

        record Later(Digest next) implements Retry {}

        /// All tries are used up; the domain writes what it can by itself.
        record GiveUp(Piece piece, String reason) implements Retry {}
    }

    Retry afterFailure(Digest digest, Drafting.InFlight failed, String reason, Instant now) {
        String first = failed.attempt() == 1 ? reason : failed.reason();
        if (failed.attempt() == 1) {
            return new Retry.Again(ask(digest, failed.piece(), 2, first, now));
        }
        if (failed.attempt() >= Drafting.ATTEMPTS_MAX) {
            return new Retry.GiveUp(failed.piece(), first);
        }
        Drafting resting =
                new Drafting.Resting(failed.piece(), failed.attempt() + 1, now.plus(REST), first);
        return new Retry.Later(digest.with(resting));
    }

    /// What time alone brings: an answer that is overdue, or a rest that is over.
    Optional<Retry> whenDue(Digest digest, Instant now) {
        return switch (digest.drafting()) {
            case Drafting.Idle _ -> Optional.empty();
            case Drafting.InFlight flight ->
                    now.isBefore(flight.deadline())
                            ? Optional.empty()
                            : Optional.of(afterFailure(digest, flight, overdue(flight), now));
            case Drafting.Resting resting ->
                    now.isBefore(resting.until())
                            ? Optional.empty()
                            : Optional.of(new Retry.Again(again(digest, resting, now)));
        };
    }

    private Asked again(Digest digest, Drafting.Resting resting, Instant now) {
        return ask(digest, resting.piece(), resting.attempt(), resting.reason(), now);
    }

    private String overdue(Drafting.InFlight flight) {
        return flight.begun()
                ? "no answer within " + settings.draftTimeLimit().toSeconds() + " s"
                : "no turn within " + TURN_WITHIN.toSeconds() + " s";
    }

    static Optional<Instant> deadline(Drafting drafting) {
        return switch (drafting) {
            case Drafting.Idle _ -> Optional.empty();
            case Drafting.InFlight flight -> Optional.of(flight.deadline());
            case Drafting.Resting resting -> Optional.of(resting.until());
        };
    }

    /// MTG-8: with transcript there is always a bullet, and a summarizer that says nothing of what
    /// is known does not erase it (MTG-5).
    static Notes filledIn(Notes answer, Material material) {
        if (!answer.bullets().isEmpty()) {
            return answer;
        }
        Notes known = lastResort(material);
        return new Notes(
                answer.title().isBlank() ? known.title() : answer.title(),
                known.bullets(),
                eitherOf(answer.decisions(), known.decisions()),
                eitherOf(answer.actions(), known.actions()),
                eitherOf(answer.risks(), known.risks()),
                eitherOf(answer.nextSteps(), known.nextSteps()));
    }

    private static List<Note> eitherOf(List<Note> answered, List<Note> known) {
        return answered.isEmpty() ? known : answered;
    }

    /// Notes written from what memory holds, when every summarizer and the store have failed: the
    /// notes so far, and the end of the transcript quoted (MTG-8: never nothing).
    static Notes lastResort(Material material) {
        Notes notes = material.digest().notes();
        List<Segment> tail = material.transcript().tail();
        List<Note> bullets = new ArrayList<>(notes.bullets());
        for (Segment segment : tail.subList(Math.max(0, tail.size() - 3), tail.size())) {
            bullets.add(new Note(segment.text(), segment.number()));
        }
        String title =
                notes.title().isBlank() && !bullets.isEmpty()
                        ? bullets.getFirst().text()
                        : notes.title();
        return new Notes(
                title,
                bullets,
                notes.decisions(),
                notes.actions(),
                notes.risks(),
                notes.nextSteps());
    }
}
