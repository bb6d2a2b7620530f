package dev.supie.domain.speaking;

import dev.supie.domain.kernel.Decision;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Decides how an answer is spoken. Pure.
///
/// The first sentence is shown as soon as it is said, each further one when its sound begins. A
/// sentence without sound is shown once the one before has been played.
public final class RecitalDecider {

    private RecitalDecider() {}

    /// The decision.
    public static Decision<Recital, RecitalEffect, RecitalRejection> decide(
            Recital recital, RecitalCommand command, Instant now) {
        return switch (recital) {
            case Recital.Unbegun unbegun -> whileUnbegun(unbegun, command, now);
            case Recital.Speaking speaking -> whileSpeaking(speaking, command, now);
            case Recital.Over _ -> Decision.reject(RecitalRejection.OVER);
        };
    }

    /// When it wants to be woken.
    public static Optional<Instant> deadline(Recital recital) {
        return switch (recital) {
            case Recital.Unbegun _, Recital.Over _ -> Optional.empty();
            case Recital.Speaking speaking -> deadlineOf(speaking);
        };
    }

    private static Decision<Recital, RecitalEffect, RecitalRejection> whileUnbegun(
            Recital.Unbegun unbegun, RecitalCommand command, Instant now) {
        return switch (command) {
            case RecitalCommand.Say _ ->
                    goOn(
                            new Recital.Speaking(
                                    Beat.of(unbegun.headStart(), now),
                                    Recital.Way.CLOSED,
                                    Script.EMPTY.oneMore(),
                                    0),
                            List.of(new RecitalEffect.Begin()),
                            now);
            case RecitalCommand.Finish _ -> over(new RecitalEffect.TellSpoken());
            case RecitalCommand.Silence _, RecitalCommand.Gone _ ->
                    over(new RecitalEffect.TellSilenced());
            case RecitalCommand.DeadlineReached _ -> Decision.accept(unbegun, List.of());
            case RecitalCommand.SoundReady _,
                    RecitalCommand.SoundEnded _,
                    RecitalCommand.BeginningWritten _,
                    RecitalCommand.PacketWritten _ ->
                    Decision.reject(RecitalRejection.STALE);
        };
    }

    private static Decision<Recital, RecitalEffect, RecitalRejection> whileSpeaking(
            Recital.Speaking speaking, RecitalCommand command, Instant now) {
        Script script = speaking.script();
        return switch (command) {
            case RecitalCommand.Say _ -> said(speaking, now);
            case RecitalCommand.Finish _ -> goOn(speaking.with(script.complete()), List.of(), now);
            case RecitalCommand.SoundReady(int sentence, int packets) ->
                    script.awaits(sentence)
                            ? goOn(speaking.with(script.more(sentence, packets)), List.of(), now)
                            : Decision.reject(RecitalRejection.STALE);
            case RecitalCommand.SoundEnded(int sentence) ->
                    script.awaits(sentence)
                            ? goOn(speaking.with(script.ended(sentence)), List.of(), now)
                            : Decision.reject(RecitalRejection.STALE);
            case RecitalCommand.BeginningWritten _ ->
                    goOn(
                            speaking.with(speaking.beat().opened(now)).with(Recital.Way.FREE),
                            List.of(),
                            now);
            case RecitalCommand.PacketWritten _ ->
                    goOn(
                            speaking.with(speaking.beat().written(now)).with(Recital.Way.FREE),
                            List.of(),
                            now);
            case RecitalCommand.DeadlineReached _ -> goOn(speaking, List.of(), now);
            case RecitalCommand.Silence _ ->
                    over(new RecitalEffect.End(), new RecitalEffect.TellSilenced());
            case RecitalCommand.Gone _ -> over(new RecitalEffect.TellSilenced());
        };
    }

    private static Decision<Recital, RecitalEffect, RecitalRejection> said(
            Recital.Speaking speaking, Instant now) {
        Script script = speaking.script();
        if (script.finished()) {
            return Decision.reject(RecitalRejection.OVER);
        }
        return script.waiting() < Recital.SENTENCES_WAITING_MAX
                ? goOn(speaking.with(script.oneMore()), List.of(), now)
                : Decision.reject(RecitalRejection.FULL);
    }

    /// Does whatever its time has come for.
    private static Decision<Recital, RecitalEffect, RecitalRejection> goOn(
            Recital.Speaking from, List<RecitalEffect> before, Instant now) {
        List<RecitalEffect> effects = new ArrayList<>(before);
        Recital.Speaking at = from;
        while (true) {
            Script script = at.script();
            if (script.mayAsk()) {
                effects.add(new RecitalEffect.Prepare(script.asked()));
                at = at.with(script.oneAsked());
            } else if (mayShow(at, now)) {
                effects.add(new RecitalEffect.Show(script.shown()));
                at = at.with(script.oneShown());
            } else if (mayPlay(at, now)) {
                effects.add(new RecitalEffect.Play(Recital.PACKET.multipliedBy(at.played())));
                at = at.packetSent();
            } else if (mayEnd(at, now)) {
                effects.add(new RecitalEffect.End());
                effects.add(new RecitalEffect.TellSpoken());
                return Decision.accept(new Recital.Over(), effects);
            } else {
                return Decision.accept(at, effects);
            }
        }
    }

    private static boolean mayShow(Recital.Speaking at, Instant now) {
        Script script = at.script();
        if (!script.isNextUp() || at.way() == Recital.Way.BUSY) {
            return false;
        }
        return script.shown() == 0 || !now.isBefore(showAt(at));
    }

    /// With its sound; or if there is none, once it has become silent.
    private static Instant showAt(Recital.Speaking at) {
        Sound sound = at.script().next();
        if (sound.ready() > 0 && at.way() == Recital.Way.FREE) {
            return at.beat().next();
        }
        Instant silent = at.beat().playedUntil();
        return sound.isExhausted() ? silent : silent.plus(Recital.PATIENCE);
    }

    private static boolean mayPlay(Recital.Speaking at, Instant now) {
        return at.script().playing().ready() > 0
                && at.way() == Recital.Way.FREE
                && !now.isBefore(at.beat().next());
    }

    private static boolean mayEnd(Recital.Speaking at, Instant now) {
        return at.script().isDone()
                && at.way() != Recital.Way.BUSY
                && (at.played() == 0 || !now.isBefore(endAt(at)));
    }

    private static Instant endAt(Recital.Speaking at) {
        return at.beat().playedUntil().plus(Recital.TAIL);
    }

    private static Optional<Instant> deadlineOf(Recital.Speaking at) {
        Script script = at.script();
        if (at.way() == Recital.Way.BUSY) {
            return Optional.empty();
        }
        if (script.playing().ready() > 0) {
            return Optional.of(at.beat().next()).filter(_ -> at.way() == Recital.Way.FREE);
        }
        if (script.isNextUp()) {
            return Optional.of(showAt(at));
        }
        return script.isDone() ? Optional.of(endAt(at)) : Optional.empty();
    }

    private static Decision<Recital, RecitalEffect, RecitalRejection> over(
            RecitalEffect... effects) {
        return Decision.accept(new Recital.Over(), List.of(effects));
    }
}
