package dev.supie.domain.webhook;

import java.time.Duration;
import java.time.Instant;

/// How far the notice of one meeting has come on its way to the webhook (HOOK-1):
///
/// ```
///              accepted
///   Waiting ───────────────▶ Settled OK
///      │ failed  accepted
///      └──▶ Resting ───────▶ Settled RETRY_OK
///              │ failed
///              └───────────▶ Settled FAIL
/// ```
///
/// Whatever is open may also be given up, which is a FAIL. States never go back, and what is
/// settled has no way to be tried again.
public sealed interface Delivery {

    /// The one retry comes this long after the failure, or up to [#PAUSE_MAX].
    Duration PAUSE_MIN = Duration.ofSeconds(2);

    Duration PAUSE_MAX = Duration.ofSeconds(5);

    /// Still to be posted.
    sealed interface Open extends Delivery {

        /// Whether it may be posted now.
        boolean isDue(Instant now);

        /// The receiver took it.
        Settled accepted(Instant now);

        /// It did not, or nobody knows.
        ///
        /// @param chance 0 to below 1, drawn anew for each call
        Delivery failed(Instant now, double chance);

        default Settled givenUp(Instant now) {
            return new Settled(Result.FAIL, now);
        }
    }

    /// Not yet tried; or tried by a process that was killed before it could say how that went.
    record Waiting() implements Open {

        @Override
        public boolean isDue(Instant now) {
            return true;
        }

        @Override
        public Settled accepted(Instant now) {
            return new Settled(Result.OK, now);
        }

        @Override
        public Delivery failed(Instant now, double chance) {
            return new Resting(now.plus(pause(chance)));
        }
    }

    /// The first try failed; the other one comes at `retryAt`.
    record Resting(Instant retryAt) implements Open {

        /// Nothing rests for longer than [#PAUSE_MAX]. A time beyond that is one of another clock:
        /// small machines start in 1970 and learn the time later.
        @Override
        public boolean isDue(Instant now) {
            return !now.isBefore(retryAt) || retryAt.isAfter(now.plus(PAUSE_MAX));
        }

        @Override
        public Settled accepted(Instant now) {
            return new Settled(Result.RETRY_OK, now);
        }

        @Override
        public Delivery failed(Instant now, double chance) {
            return new Settled(Result.FAIL, now);
        }
    }

    /// Over.
    record Settled(Result result, Instant at) implements Delivery {}

    /// How it ended.
    enum Result {
        /// Taken at the first try.
        OK,
        /// Taken at the second.
        RETRY_OK,
        /// Taken at neither, as far as is known.
        FAIL
    }

    /// Receivers that were down get their retries spread, not all at once.
    private static Duration pause(double chance) {
        if (!(chance >= 0 && chance < 1)) {
            throw new IllegalArgumentException("not a chance: " + chance);
        }
        long span = PAUSE_MAX.minus(PAUSE_MIN).toMillis();
        return PAUSE_MIN.plusMillis((long) (chance * (span + 1)));
    }
}
