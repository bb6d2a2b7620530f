package dev.supie.domain.connection;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;

/// When a connection last showed life, in three grades (CON-3, MSG-8).
///
/// @param voiceAt voice or any message; the first idle layer counts from here
/// @param messageAt any message or audio; the second idle layer counts from here
/// @param frameAt any frame at all, pongs included; dead or alive counts from here
/// @param pingAt when the next ping is due
/// @param warning what the badge has been told
/// @param holds while there is any, idle does not run
public record IdleClock(
        Instant voiceAt,
        Instant messageAt,
        Instant frameAt,
        Instant pingAt,
        Warning warning,
        Set<IdleHold> holds) {

    /// The warning that stands; a sign of life withdraws it.
    public enum Warning {
        NONE,
        IDLE,
        TIMEOUT
    }

    public IdleClock {
        holds = holds.isEmpty() ? Set.of() : Set.copyOf(holds);
    }

    static IdleClock startedAt(Instant now) {
        return new IdleClock(
                now, now, now, now.plus(ConnectionSettings.PING_INTERVAL), Warning.NONE, Set.of());
    }

    /// A message, or something that counts like one: restarts everything.
    IdleClock message(Instant now) {
        return new IdleClock(now, now, now, pingAt, Warning.NONE, holds);
    }

    /// An audio packet. It may be silence, so the first layer goes on, and so does its warning.
    IdleClock audio(Instant now) {
        Warning left = warning == Warning.TIMEOUT ? Warning.NONE : warning;
        return new IdleClock(voiceAt, now, now, pingAt, left, holds);
    }

    /// A ping or pong: the peer is there, but nobody uses it.
    IdleClock control(Instant now) {
        return new IdleClock(voiceAt, messageAt, now, pingAt, warning, holds);
    }

    IdleClock warned(Warning next) {
        return new IdleClock(voiceAt, messageAt, frameAt, pingAt, next, holds);
    }

    IdleClock pinged(Instant now) {
        return new IdleClock(
                voiceAt,
                messageAt,
                frameAt,
                now.plus(ConnectionSettings.PING_INTERVAL),
                warning,
                holds);
    }

    IdleClock held(IdleHold hold) {
        Set<IdleHold> more = EnumSet.of(hold);
        more.addAll(holds);
        return new IdleClock(voiceAt, messageAt, frameAt, pingAt, Warning.NONE, more);
    }

    /// Both idle layers start anew, though no frame came.
    IdleClock restarted(Instant now) {
        return new IdleClock(now, now, frameAt, pingAt, Warning.NONE, holds);
    }

    /// The end of a hold counts as life: the clocks start anew.
    IdleClock released(IdleHold hold, Instant now) {
        if (!holds.contains(hold)) {
            return this;
        }
        Set<IdleHold> fewer = EnumSet.copyOf(holds);
        fewer.remove(hold);
        return new IdleClock(voiceAt, messageAt, frameAt, pingAt, warning, fewer).restarted(now);
    }

    boolean isHeld() {
        return !holds.isEmpty();
    }
}
