package dev.supie.domain.listening;

import java.time.Duration;

/// The clocks and limits of listening (LIS-1 to LIS-4). Values in force are given with every
/// decision, so a changed one holds from the next decision on (CFG-3).
///
/// @param recognizers how many can be asked, one after the other, before speech counts as unheard
/// @param manualFallback `meeting.manual_listen_fallback_ms` (LIS-1)
/// @param answerWithin how long after the end of a piece of speech each recognizer is waited for
public record PickupSettings(int recognizers, Duration manualFallback, Duration answerWithin) {

    /// LIS-3: what was heard just before the start, ten packets of the usual length.
    public static final Duration PRE_ROLL_MAX = Duration.ofMillis(600);

    /// LIS-3: a longer piece is cut, and goes on as the next one.
    public static final Duration SEGMENT_MAX = Duration.ofSeconds(60);

    /// LIS-3: a shorter piece is not recognized: fifteen packets of the usual length.
    public static final Duration SEGMENT_MIN = Duration.ofMillis(900);

    /// LIS-2: the same boundary within this time is an echo.
    public static final Duration DEBOUNCE = Duration.ofMillis(300);

    /// A pause that ends a piece of speech. Between words there are shorter ones.
    public static final Duration PAUSE = Duration.ofMillis(700);

    /// Where a pause may end a piece, so does a badge from which nothing at all comes any more. It
    /// is longer, because networks stutter.
    public static final Duration STALL = Duration.ofSeconds(3);

    /// A recognizer that gives up in time says why; only one that says nothing is given up by us,
    /// so much later.
    public static final Duration GRACE = Duration.ofMillis(500);

    /// Pieces whose texts are waited for at a time. If there is one more, the oldest one without a
    /// text is given up: whoever recognizes it does not keep up with people.
    public static final int AWAITED_MAX = 8;

    public PickupSettings {
        if (recognizers < 0 || manualFallback.isNegative() || !answerWithin.isPositive()) {
            throw new IllegalArgumentException("listening needs sensible limits");
        }
    }
}
