package dev.supie.domain.listening;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Pieces of speech that have ended and whose texts are waited for, oldest first; at most
/// [PickupSettings#AWAITED_MAX]. A text that comes before that of an older piece waits for it, so
/// that a badge is told everything in the order in which it was said.
public record Awaited(List<Piece> pieces) {

    static final Awaited NOTHING = new Awaited(List.of());

    public Awaited {
        pieces = List.copyOf(pieces);
    }

    /// One of them.
    public record Piece(long segment, Instant since, Answer answer) {
        Piece with(Answer next) {
            return new Piece(segment, since, next);
        }

        boolean isAskedOf(int recognizer) {
            return answer instanceof Asked asked && asked.recognizer() == recognizer;
        }

        boolean isDue(Instant now) {
            return answer instanceof Asked asked && !now.isBefore(asked.until());
        }
    }

    /// What is known of a piece's text.
    public sealed interface Answer {}

    /// Nothing; this recognizer is waited for until then.
    public record Asked(int recognizer, Instant until) implements Answer {}

    /// It is there.
    public record Said(Speech speech) implements Answer {}

    /// There will be none.
    public record Given(Unheard reason) implements Answer {}

    boolean isEmpty() {
        return pieces.isEmpty();
    }

    /// The piece with this number, if it waits for this recognizer.
    Optional<Piece> waiting(long segment, int recognizer) {
        return pieces.stream()
                .filter(piece -> piece.segment() == segment && piece.isAskedOf(recognizer))
                .findFirst();
    }

    /// The first one whose time is up.
    Optional<Piece> due(Instant now) {
        return pieces.stream().filter(piece -> piece.isDue(now)).findFirst();
    }

    /// When the time of the first one is up.
    Optional<Instant> deadline() {
        return pieces.stream()
                .map(Piece::answer)
                .filter(Asked.class::isInstance)
                .map(answer -> ((Asked) answer).until())
                .min(Instant::compareTo);
    }

    /// With one more; if that is one too many, the oldest unanswered one is given up.
    Awaited plus(Piece piece) {
        List<Piece> next = new ArrayList<>(pieces);
        next.add(piece);
        if (next.size() > PickupSettings.AWAITED_MAX) {
            // All that is answered has been told, so the oldest one is always unanswered.
            next.set(0, next.getFirst().with(new Given(Unheard.BUSY)));
        }
        return new Awaited(next);
    }

    Awaited with(Piece changed) {
        return new Awaited(
                pieces.stream()
                        .map(piece -> piece.segment() == changed.segment() ? changed : piece)
                        .toList());
    }

    /// Tells what nothing older holds back, and says what is left to wait for.
    Awaited told(List<PickupEffect> effects) {
        int told = 0;
        while (told < pieces.size() && tell(pieces.get(told), effects)) {
            told++;
        }
        return new Awaited(pieces.subList(told, pieces.size()));
    }

    private static boolean tell(Piece piece, List<PickupEffect> effects) {
        return switch (piece.answer()) {
            case Asked _ -> false;
            case Said said ->
                    effects.add(
                            new PickupEffect.Tell(piece.segment(), piece.since(), said.speech()));
            case Given given ->
                    effects.add(
                            new PickupEffect.TellUnheard(
                                    piece.segment(), piece.since(), given.reason()));
        };
    }
}
