package dev.supie.domain.speaking;

import java.time.Duration;
import java.time.Instant;

/// When packets of sound may go out to one badge, so that it neither runs dry nor throws away what
/// comes too early (T25): real time, with a head start.
///
/// It counts from when packets were really written. One that was late is made up for only as far as
/// the head start goes; after a longer pause the badge plays on from there, as it does.
///
/// @param reserve how long before the end of what the badge has yet to play the next packet comes
/// @param from no packet is written earlier
/// @param playedUntil when the badge has played everything that was written
/// @param last when the last packet was written
/// @param beforeLast when the one before it was
record Beat(Duration reserve, Instant from, Instant playedUntil, Instant last, Instant beforeLast) {

    /// A badge changes to speaking on its main task, and loses what comes before that (T26).
    static final Duration LEAD = Duration.ofMillis(25);

    /// No third packet within so long; T25 says 10 ms, and the way to the badge may squeeze them.
    static final Duration BURST_SPACING = Duration.ofMillis(20);

    /// Of an answer that begins now; the badge does not know of it yet.
    static Beat of(int headStart, Instant now) {
        // The packet that is being played is the first of the head start, so none and one are
        // alike.
        Duration reserve = Recital.PACKET.multipliedBy(Math.max(1, headStart) - 1L);
        return new Beat(reserve, now, now, Instant.MIN, Instant.MIN);
    }

    /// The badge was told just now that there will be sound.
    Beat opened(Instant now) {
        return new Beat(reserve, now.plus(LEAD), playedUntil, last, beforeLast);
    }

    /// A packet was written just now.
    Beat written(Instant now) {
        Instant played = now.isAfter(playedUntil) ? now : playedUntil;
        return new Beat(reserve, from, played.plus(Recital.PACKET), now, last);
    }

    /// The earliest moment for the next packet.
    Instant next() {
        Instant due = later(from, playedUntil.minus(reserve));
        return beforeLast.equals(Instant.MIN) ? due : later(due, beforeLast.plus(BURST_SPACING));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
