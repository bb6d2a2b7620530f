package dev.supie.adapter.out.service;

import java.net.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/// How long to wait before the next attempt: what the server asks for, else a growing pause of our
/// own with jitter, so that calls that failed together do not come back together.
public final class RetryDelay {

    static final Duration FIRST = Duration.ofMillis(500);
    static final Duration LONGEST = Duration.ofSeconds(8);

    /// A server that asks for more is not obeyed: nobody waits that long for an answer.
    static final Duration ASKED_MAX = Duration.ofSeconds(60);

    /// Up to this part of a pause is taken off at random.
    static final double JITTER = 0.25;

    private static final int DOUBLINGS_MAX = 10;

    private RetryDelay() {}

    /// The pause before the next attempt.
    ///
    /// @param failed number of attempts that failed so far, from 1
    public static Duration before(
            CallFailure.Transient failure, int failed, DoubleSupplier jitter) {
        if (failure.retryAfter().isPositive()) {
            return failure.retryAfter();
        }
        Duration grown = FIRST.multipliedBy(1L << Math.min(failed - 1, DOUBLINGS_MAX));
        Duration capped = grown.compareTo(LONGEST) < 0 ? grown : LONGEST;
        return Duration.ofMillis((long) (capped.toMillis() * (1 - JITTER * jitter.getAsDouble())));
    }

    /// What the headers ask for; zero if they ask for nothing, for more than [#ASKED_MAX], for more
    /// than the time that remains, or for something unreadable.
    static Duration asked(HttpHeaders headers, Instant now, Duration remaining) {
        Duration asked =
                headers.firstValue("retry-after-ms")
                        .flatMap(value -> number(value, 1))
                        .or(() -> headers.firstValue("retry-after").flatMap(v -> number(v, 1_000)))
                        .or(() -> headers.firstValue("retry-after").flatMap(v -> date(v, now)))
                        .orElse(Duration.ZERO);
        boolean tooLong = asked.compareTo(ASKED_MAX) > 0 || asked.compareTo(remaining) >= 0;
        return tooLong || asked.isNegative() ? Duration.ZERO : asked;
    }

    private static Optional<Duration> number(String value, int unitMillis) {
        try {
            double millis = Double.parseDouble(value.strip()) * unitMillis;
            // Also false for NaN. The upper bound keeps the cast exact; it is refused later anyway.
            return millis >= 0 && millis < 1e15
                    ? Optional.of(Duration.ofMillis((long) millis))
                    : Optional.empty();
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    private static Optional<Duration> date(String value, Instant now) {
        try {
            var until = ZonedDateTime.parse(value.strip(), DateTimeFormatter.RFC_1123_DATE_TIME);
            return Optional.of(Duration.between(now, until.toInstant()));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
