package dev.supie.domain.listening;

import dev.supie.domain.kernel.Decision;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Decides what becomes of what a badge hears. Pure.
public record PickupDecider(PickupSettings settings) {

    /// The decision.
    public Decision<Pickup, PickupEffect, PickupRejection> decide(
            Pickup pickup, PickupCommand command, Instant now) {
        return switch (pickup) {
            case Pickup.Idle idle -> whileIdle(idle, command, now);
            case Pickup.Listening listening ->
                    new ListeningRules(settings).decide(listening, command, now);
            case Pickup.Finalizing finalizing -> whileFinalizing(finalizing, command, now);
        };
    }

    /// When it wants to be woken.
    public Optional<Instant> deadline(Pickup pickup) {
        return switch (pickup) {
            case Pickup.Idle _ -> Optional.empty();
            case Pickup.Listening listening -> new ListeningRules(settings).deadline(listening);
            case Pickup.Finalizing finalizing -> finalizing.awaited().deadline();
        };
    }

    private static Decision<Pickup, PickupEffect, PickupRejection> whileIdle(
            Pickup.Idle idle, PickupCommand command, Instant now) {
        Diary diary = idle.diary();
        return switch (command) {
            case PickupCommand.Start start -> start(diary, start.mode(), Awaited.NOTHING, now);
            case PickupCommand.Stop _ ->
                    diary.boundary().isEchoedBy(Boundary.Kind.STOP, now)
                            ? Decision.reject(PickupRejection.ECHO)
                            : Decision.accept(
                                    new Pickup.Idle(diary.with(Boundary.Kind.STOP, now)),
                                    List.of());
            // What was heard until now has been understood by the badge itself.
            case PickupCommand.Detect _ ->
                    Decision.accept(
                            new Pickup.Idle(diary.with(Boundary.Kind.DETECT, now)),
                            List.of(new PickupEffect.DropPackets()));
            case PickupCommand.PacketArrived _ ->
                    Decision.accept(idle, List.of(new PickupEffect.KeepPacket()));
            case PickupCommand.SoundHeard _ -> Decision.reject(PickupRejection.NOT_LISTENING);
            case PickupCommand.Guessed _, PickupCommand.Understood _, PickupCommand.Failed _ ->
                    Decision.reject(PickupRejection.STALE);
            case PickupCommand.DeadlineReached _ -> Decision.accept(idle, List.of());
            case PickupCommand.Forget _ -> forgotten(diary, List.of(), now);
        };
    }

    private Decision<Pickup, PickupEffect, PickupRejection> whileFinalizing(
            Pickup.Finalizing finalizing, PickupCommand command, Instant now) {
        Diary diary = finalizing.diary();
        Awaited awaited = finalizing.awaited();
        AnswerRules answers = new AnswerRules(settings);
        return switch (command) {
            case PickupCommand.Start start -> start(diary, start.mode(), awaited, now);
            case PickupCommand.Stop _ ->
                    diary.boundary().isEchoedBy(Boundary.Kind.STOP, now)
                            ? Decision.reject(PickupRejection.ECHO)
                            : Decision.accept(
                                    new Pickup.Finalizing(
                                            diary.with(Boundary.Kind.STOP, now), awaited),
                                    List.of());
            case PickupCommand.Detect _ ->
                    Decision.accept(
                            new Pickup.Finalizing(diary.with(Boundary.Kind.DETECT, now), awaited),
                            List.of(new PickupEffect.DropPackets()));
            case PickupCommand.PacketArrived _ ->
                    Decision.accept(finalizing, List.of(new PickupEffect.KeepPacket()));
            case PickupCommand.SoundHeard _ -> Decision.reject(PickupRejection.NOT_LISTENING);
            case PickupCommand.Guessed guess -> guessed(finalizing, awaited, guess);
            case PickupCommand.Understood answer ->
                    changed(diary, answers.understood(awaited, answer));
            case PickupCommand.Failed failure ->
                    changed(diary, answers.failed(awaited, failure, now));
            case PickupCommand.DeadlineReached _ ->
                    changed(diary, Optional.of(answers.deadlineReached(awaited, now)));
            case PickupCommand.Forget _ -> forgotten(diary, dropped(awaited), now);
        };
    }

    /// LIS-2. A start right after a stop is no echo.
    private static Decision<Pickup, PickupEffect, PickupRejection> start(
            Diary diary, ListenMode mode, Awaited awaited, Instant now) {
        return diary.boundary().isEchoedBy(Boundary.Kind.START, now)
                ? Decision.reject(PickupRejection.ECHO)
                : ListeningRules.begin(diary, mode, awaited, now);
    }

    private static Decision<Pickup, PickupEffect, PickupRejection> changed(
            Diary diary, Optional<AnswerRules.Change> change) {
        return change.map(made -> waitingFor(diary, made))
                .orElseGet(() -> Decision.reject(PickupRejection.STALE));
    }

    private static Decision<Pickup, PickupEffect, PickupRejection> waitingFor(
            Diary diary, AnswerRules.Change change) {
        return Decision.accept(
                change.next().isEmpty()
                        ? new Pickup.Idle(diary)
                        : new Pickup.Finalizing(diary, change.next()),
                change.effects());
    }

    /// What is understood so far of a piece that has ended.
    static Decision<Pickup, PickupEffect, PickupRejection> guessed(
            Pickup pickup, Awaited awaited, PickupCommand.Guessed guess) {
        return awaited.waiting(guess.segment(), guess.recognizer())
                .map(
                        piece ->
                                Decision.<Pickup, PickupEffect, PickupRejection>accept(
                                        pickup,
                                        List.of(
                                                new PickupEffect.TellGuess(
                                                        piece.segment(),
                                                        piece.since(),
                                                        guess.speech()))))
                .orElseGet(() -> Decision.reject(PickupRejection.STALE));
    }

    /// Not even a boundary is left of which the next one could be an echo.
    static Decision<Pickup, PickupEffect, PickupRejection> forgotten(
            Diary diary, List<PickupEffect> dropped, Instant now) {
        List<PickupEffect> effects = new ArrayList<>(dropped);
        effects.add(new PickupEffect.DropPackets());
        return Decision.accept(new Pickup.Idle(diary.with(Boundary.Kind.NONE, now)), effects);
    }

    static List<PickupEffect> dropped(Awaited awaited) {
        return awaited.pieces().stream()
                .<PickupEffect>map(piece -> new PickupEffect.Drop(piece.segment()))
                .toList();
    }
}
