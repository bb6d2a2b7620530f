package dev.supie.domain.listening;

import java.time.Duration;
import java.time.Instant;

/// What is going on while a badge is listened to.
public sealed interface Segment {

    /// Nobody speaks, and a voice would begin a new piece of speech; what was heard just before
    /// belongs to it.
    ///
    /// @param kept how much of that there is
    record Quiet(Duration kept) implements Segment {

        static final Quiet AT_FIRST = new Quiet(Duration.ZERO);

        Quiet plus(Duration length) {
            Duration more = kept.plus(length);
            boolean full = more.compareTo(PickupSettings.PRE_ROLL_MAX) > 0;
            return new Quiet(full ? PickupSettings.PRE_ROLL_MAX : more);
        }
    }

    /// A piece of speech, or what may become one.
    ///
    /// @param since when it began
    /// @param heard how much sound there is in it
    /// @param hearing what there is to hear at its end so far
    /// @param soundAt when the last sound came, voice or not
    record Spoken(
            long number,
            Instant since,
            Duration heard,
            Hearing hearing,
            Instant soundAt,
            Recognition recognition)
            implements Segment {

        Spoken plus(Duration length, boolean voice, Instant now) {
            Hearing next = voice ? new Hearing.Voice() : hearing.silent(now);
            return new Spoken(number, since, heard.plus(length), next, now, recognition);
        }

        Spoken with(Recognition next) {
            return new Spoken(number, since, heard, hearing, soundAt, next);
        }
    }

    /// What there is to hear at the moment.
    sealed interface Hearing {

        record Voice() implements Hearing {}

        /// @param since when it began; the one value that all decisions use (LIS-5)
        record Silence(Instant since) implements Hearing {}

        /// A silence that lasts goes on from when it began.
        private Hearing silent(Instant now) {
            return switch (this) {
                case Voice _ -> new Silence(now);
                case Silence lasting -> lasting;
            };
        }
    }

    /// Who is asked for the text of a piece.
    sealed interface Recognition {

        /// Nobody, until it is at least so long.
        record TooShort(Duration least) implements Recognition {}

        /// The recognizer with this number, which is the first one or comes after failed ones.
        record Asked(int recognizer) implements Recognition {}

        /// All have failed, and the badge has been told.
        record Lost() implements Recognition {}
    }
}
