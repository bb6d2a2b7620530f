package dev.supie.domain.listening;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// LIS-3: the last pieces of sound, oldest first, together at most [PickupSettings#PRE_ROLL_MAX]
/// long; the oldest ones are dropped for new ones. A piece that is longer by itself is kept alone.
///
/// @param <T> what a piece is, a packet or its sound
public record PreRoll<T>(List<Piece<T>> pieces) {

    /// @param length how long it sounds; more than nothing, or there would be no limit
    public record Piece<T>(T sound, Duration length) {
        public Piece {
            if (!length.isPositive()) {
                throw new IllegalArgumentException("a piece of sound lasts some time");
            }
        }
    }

    public PreRoll {
        pieces = List.copyOf(pieces);
    }

    public static <T> PreRoll<T> empty() {
        return new PreRoll<>(List.of());
    }

    public PreRoll<T> with(T sound, Duration length) {
        List<Piece<T>> next = new ArrayList<>(pieces);
        next.add(new Piece<>(sound, length));
        Duration total = length(next);
        while (next.size() > 1 && total.compareTo(PickupSettings.PRE_ROLL_MAX) > 0) {
            total = total.minus(next.removeFirst().length());
        }
        return new PreRoll<>(next);
    }

    public List<T> sounds() {
        return pieces.stream().map(Piece::sound).toList();
    }

    public Duration length() {
        return length(pieces);
    }

    private static <T> Duration length(List<Piece<T>> pieces) {
        return pieces.stream().map(Piece::length).reduce(Duration.ZERO, Duration::plus);
    }
}
