package dev.supie.domain.connection;

import dev.supie.domain.kernel.Decision;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// CON-3 and MSG-8: pings, silence, two layers of idle, and death.
final class IdleRules {

    private final ConnectionSettings settings;

    IdleRules(ConnectionSettings settings) {
        this.settings = settings;
    }

    Instant deadline(Mode mode, IdleClock clock) {
        Instant earliest =
                earlier(clock.pingAt(), clock.frameAt().plus(ConnectionSettings.DEAD_AFTER));
        return clock.isHeld() ? earliest : earlier(earliest, nextIdleStep(mode, clock));
    }

    private Instant nextIdleStep(Mode mode, IdleClock clock) {
        Instant idleEnd = idleEnd(mode, clock);
        Instant timeoutEnd = timeoutEnd(mode, clock);
        Instant idleStep =
                clock.warning() == IdleClock.Warning.NONE
                        ? idleEnd.minus(settings.idleWarning())
                        : idleEnd;
        Instant timeoutStep =
                clock.warning() == IdleClock.Warning.TIMEOUT
                        ? timeoutEnd
                        : timeoutEnd.minus(settings.timeoutWarning());
        return earlier(idleStep, timeoutStep);
    }

    Decision<Connection, ConnectionEffect, ConnectionRejection> deadlineReached(
            Connection.Open open, Instant lastSentAt, Instant now) {
        IdleClock clock = open.clock();
        if (!now.isBefore(clock.frameAt().plus(ConnectionSettings.DEAD_AFTER))) {
            return closing(open, new ConnectionEffect.Abandon());
        }
        boolean idle =
                !now.isBefore(idleEnd(open.mode(), clock))
                        || !now.isBefore(timeoutEnd(open.mode(), clock));
        if (idle && !clock.isHeld()) {
            return closing(open, new ConnectionEffect.Close(CloseCode.IDLE));
        }
        List<ConnectionEffect> effects = new ArrayList<>();
        Connection.Open next = warned(open, effects, now);
        if (!now.isBefore(clock.pingAt())) {
            effects.add(new ConnectionEffect.Ping());
            next = next.with(next.clock().pinged(now));
            if (isTooSilent(lastSentAt, now)) {
                effects.add(new ConnectionEffect.BreakSilence());
            }
        }
        return Decision.accept(next, effects);
    }

    private Connection.Open warned(
            Connection.Open open, List<ConnectionEffect> effects, Instant now) {
        IdleClock clock = open.clock();
        if (clock.isHeld()) {
            return open;
        }
        Duration toTimeout = Duration.between(now, timeoutEnd(open.mode(), clock));
        if (clock.warning() != IdleClock.Warning.TIMEOUT
                && toTimeout.compareTo(settings.timeoutWarning()) <= 0) {
            effects.add(new ConnectionEffect.WarnTimeout(toTimeout));
            return open.with(clock.warned(IdleClock.Warning.TIMEOUT));
        }
        Duration toIdle = Duration.between(now, idleEnd(open.mode(), clock));
        if (clock.warning() == IdleClock.Warning.NONE
                && toIdle.compareTo(settings.idleWarning()) <= 0) {
            effects.add(new ConnectionEffect.WarnIdle(toIdle));
            return open.with(clock.warned(IdleClock.Warning.IDLE));
        }
        return open;
    }

    /// If it is not broken now, the next look is only at the next ping.
    private static boolean isTooSilent(Instant lastSentAt, Instant now) {
        Duration silence = Duration.between(lastSentAt, now);
        // Equal is too much already: the next ping may come a little late.
        return silence.plus(ConnectionSettings.PING_INTERVAL)
                        .compareTo(ConnectionSettings.SILENCE_MAX)
                >= 0;
    }

    private Instant idleEnd(Mode mode, IdleClock clock) {
        return clock.voiceAt().plus(settings.voiceLimit(mode));
    }

    private Instant timeoutEnd(Mode mode, IdleClock clock) {
        return clock.messageAt()
                .plus(settings.voiceLimit(mode))
                .plus(ConnectionSettings.FRAME_GRACE);
    }

    private static Decision<Connection, ConnectionEffect, ConnectionRejection> closing(
            Connection.Open open, ConnectionEffect how) {
        return Decision.accept(new Connection.Closed(open.identity()), List.of(how));
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
