package dev.supie.domain.connection;

import java.time.Duration;
import java.time.Instant;

/// When a connection last showed life, in three grades (CON-3, MSG-8).
///
/// @param voiceAt voice, any message, or the end of a hold; the first idle layer counts from here
/// @param messageAt any message or audio; the second idle layer counts from here, not counting the
///   time of holds
/// @param frameAt any frame at all, pongs included; dead or alive counts from here
/// @param pingAt when the next ping is due
/// @param warning what the badge has been told
/// @param pause whether idle runs
public record IdleClock(
        Instant voiceAt,
        Instant messageAt,
        Instant frameAt,
        Instant pingAt,
        Warning warning,
        IdlePause pause) {

    /// The warning that stands; a sign of life withdraws it.
    public enum Warning {
        NONE,
        IDLE,
        TIMEOUT
    }

    static IdleClock startedAt(Instant now) {
        return new IdleClock(
                now,
                now,
                now,
                now.plus(ConnectionSettings.PING_INTERVAL),
                Warning.NONE,
                new IdlePause.None());
    }

    /// A message, or something that counts like one: restarts everything.
    IdleClock message(Instant now) {
        return new IdleClock(now, now, now, pingAt, Warning.NONE, pause);
    }

    /// An audio packet. It may be silence, so the first layer goes on, and so does its warning.
    IdleClock audio(Instant now) {
        return new IdleClock(voiceAt, now, now, pingAt, without(Warning.TIMEOUT), pause);
    }

    /// Voice in the audio: restarts the first layer alone. Its packets have been seen already, and
    /// it may be noticed long after them.
    IdleClock voice(Instant now) {
        return new IdleClock(now, messageAt, frameAt, pingAt, without(Warning.IDLE), pause);
    }

    /// A ping or pong: the peer is there, but nobody uses it.
    IdleClock control(Instant now) {
        return new IdleClock(voiceAt, messageAt, now, pingAt, warning, pause);
    }

    IdleClock warned(Warning next) {
        return new IdleClock(voiceAt, messageAt, frameAt, pingAt, next, pause);
    }

    IdleClock pinged(Instant now) {
        return new IdleClock(
                voiceAt,
                messageAt,
                frameAt,
                now.plus(ConnectionSettings.PING_INTERVAL),
                warning,
                pause);
    }

    IdleClock held(IdleHold hold, Instant now) {
        return new IdleClock(
                voiceAt, messageAt, frameAt, pingAt, Warning.NONE, pause.with(hold, now));
    }

    /// Both idle layers start anew, though no frame came.
    IdleClock restarted(Instant now) {
        return new IdleClock(now, now, frameAt, pingAt, Warning.NONE, pause);
    }

    /// The end of the last hold counts as life for the first layer, which starts anew. It is not a
    /// frame, so the second layer goes on from where it stood.
    IdleClock released(IdleHold hold, Instant now) {
        return switch (pause) {
            case IdlePause.None _ -> this;
            case IdlePause.Held held ->
                    switch (held.without(hold)) {
                        case IdlePause.Held left ->
                                new IdleClock(voiceAt, messageAt, frameAt, pingAt, warning, left);
                        case IdlePause.None free -> goingOn(held, now, free);
                    };
        };
    }

    private IdleClock goingOn(IdlePause.Held held, Instant now, IdlePause free) {
        Instant stoodFrom = messageAt.isAfter(held.since()) ? messageAt : held.since();
        Instant moved = messageAt.plus(Duration.between(stoodFrom, now));
        return new IdleClock(now, moved, frameAt, pingAt, Warning.NONE, free);
    }

    boolean isHeld() {
        return pause instanceof IdlePause.Held;
    }

    private Warning without(Warning withdrawn) {
        return warning == withdrawn ? Warning.NONE : warning;
    }
}
