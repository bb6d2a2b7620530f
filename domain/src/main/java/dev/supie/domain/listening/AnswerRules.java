package dev.supie.domain.listening;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What becomes of pieces of speech that have ended, whatever the badge does meanwhile (LIS-4,
/// LIS-6).
final class AnswerRules {

    private final PickupSettings settings;

    AnswerRules(PickupSettings settings) {
        this.settings = settings;
    }

    /// What is left to wait for, and what that means for others.
    record Change(Awaited next, List<PickupEffect> effects) {
        Change {
            effects = List.copyOf(effects);
        }
    }

    /// One more piece, of which this recognizer has heard the end.
    Awaited ended(Awaited awaited, Segment.Spoken piece, int recognizer, Instant now) {
        return awaited.plus(
                new Awaited.Piece(piece.number(), piece.since(), asked(recognizer, now)));
    }

    /// Nothing if nobody waits for this.
    Optional<Change> understood(Awaited awaited, PickupCommand.Understood answer) {
        return awaited.waiting(answer.segment(), answer.recognizer())
                .map(
                        piece ->
                                told(
                                        awaited.with(piece.with(new Awaited.Said(answer.speech()))),
                                        new ArrayList<>()));
    }

    /// Nothing if nobody waits for this.
    Optional<Change> failed(Awaited awaited, PickupCommand.Failed failure, Instant now) {
        return awaited.waiting(failure.segment(), failure.recognizer())
                .map(piece -> failed(awaited, piece, failure.reason(), now));
    }

    /// Asks the next recognizer of every piece that was not answered in time.
    Change deadlineReached(Awaited awaited, Instant now) {
        List<PickupEffect> effects = new ArrayList<>();
        Awaited next = awaited;
        for (Optional<Awaited.Piece> due = next.due(now); due.isPresent(); due = next.due(now)) {
            Change change = failed(next, due.get(), Unheard.TIMEOUT, now);
            effects.addAll(change.effects());
            next = change.next();
        }
        return new Change(next, effects);
    }

    private Change failed(Awaited awaited, Awaited.Piece piece, Unheard reason, Instant now) {
        if (!(piece.answer() instanceof Awaited.Asked asked)) {
            throw new IllegalStateException("only who is asked can fail");
        }
        List<PickupEffect> effects = new ArrayList<>();
        int following = asked.recognizer() + 1;
        if (following < settings.recognizers()) {
            effects.add(new PickupEffect.Ask(piece.segment(), following));
            return told(awaited.with(piece.with(asked(following, now))), effects);
        }
        return told(awaited.with(piece.with(new Awaited.Given(reason))), effects);
    }

    static Change told(Awaited awaited, List<PickupEffect> effects) {
        return new Change(awaited.told(effects), effects);
    }

    private Awaited.Asked asked(int recognizer, Instant now) {
        return new Awaited.Asked(
                recognizer, now.plus(settings.answerWithin()).plus(PickupSettings.GRACE));
    }
}
