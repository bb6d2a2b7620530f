package dev.supie.application.fake;

import dev.supie.application.enrolment.port.EnrolmentChance;
import dev.supie.domain.enrolment.ActivationCode;
import dev.supie.domain.enrolment.Challenge;

import java.util.ArrayDeque;
import java.util.List;

/// No chance at all: codes are 100001, 100002 and so on unless a test draws others first,
/// challenges and seeds are counted.
public final class CountedChance implements EnrolmentChance {

    private final ArrayDeque<Integer> next = new ArrayDeque<>();
    private int codes;
    private int challenges;
    private int seeds;
    private boolean stuck;

    /// The next draws, in order.
    public synchronized void draw(Integer... numbers) {
        next.addAll(List.of(numbers));
    }

    /// Every draw gives the same code from now on, as a broken source would.
    public synchronized void stick() {
        stuck = true;
    }

    @Override
    public synchronized ActivationCode code() {
        if (stuck) {
            return ActivationCode.of(100_001);
        }
        return ActivationCode.of(next.isEmpty() ? 100_000 + ++codes : next.removeFirst());
    }

    @Override
    public synchronized Challenge challenge() {
        return new Challenge("%032x".formatted(++challenges));
    }

    @Override
    public synchronized String seed() {
        return "%032x".formatted(++seeds);
    }
}
