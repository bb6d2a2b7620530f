package dev.supie.domain.listening;

import dev.supie.domain.kernel.Decision;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The rules while a badge is listened to (LIS-1 to LIS-6).
final class ListeningRules {

    private final SegmentRules segments;
    private final AnswerRules answers;

    ListeningRules(PickupSettings settings) {
        this.segments = new SegmentRules(settings);
        this.answers = new AnswerRules(settings);
    }

    Decision<Pickup, PickupEffect, PickupRejection> decide(
            Pickup.Listening listening, PickupCommand command, Instant now) {
        return switch (command) {
            case PickupCommand.Start start -> startAgain(listening, start.mode(), now);
            case PickupCommand.Stop _ -> stop(listening, now);
            case PickupCommand.Detect _ ->
                    accept(listening.with(listening.diary().with(Boundary.Kind.DETECT, now)));
            case PickupCommand.PacketArrived _ ->
                    Decision.accept(listening, List.of(new PickupEffect.HearPacket()));
            case PickupCommand.SoundHeard sound -> heard(listening, sound, now);
            case PickupCommand.Guessed guess -> guessed(listening, guess);
            case PickupCommand.Understood answer ->
                    changed(listening, answers.understood(listening.awaited(), answer));
            case PickupCommand.Failed failure -> failed(listening, failure, now);
            case PickupCommand.DeadlineReached _ -> deadlineReached(listening, now);
            case PickupCommand.Forget _ -> forget(listening, now);
        };
    }

    Optional<Instant> deadline(Pickup.Listening listening) {
        Optional<Instant> answer = listening.awaited().deadline();
        return switch (listening.segment()) {
            case Segment.Quiet _ -> answer;
            case Segment.Spoken spoken ->
                    segments.overAt(listening, spoken)
                            .map(over -> answer.filter(over::isAfter).orElse(over));
        };
    }

    /// Listening begins.
    static Decision<Pickup, PickupEffect, PickupRejection> begin(
            Diary diary, ListenMode mode, Awaited awaited, Instant now) {
        List<PickupEffect> effects = new ArrayList<>();
        effects.add(new PickupEffect.Prepare());
        Pickup.Listening quiet =
                new Pickup.Listening(
                        diary.with(Boundary.Kind.START, now),
                        mode,
                        Segment.Quiet.AT_FIRST,
                        awaited);
        return Decision.accept(
                switch (mode) {
                    case AUTO, REALTIME -> quiet;
                    case MANUAL -> speaking(quiet, now, PickupSettings.SEGMENT_MIN, effects);
                },
                effects);
    }

    /// A stop was missed, or the badge says twice what it wants: nothing that was heard is lost.
    private Decision<Pickup, PickupEffect, PickupRejection> startAgain(
            Pickup.Listening listening, ListenMode mode, Instant now) {
        Diary diary = listening.diary();
        if (diary.boundary().isEchoedBy(Boundary.Kind.START, now)) {
            return Decision.reject(PickupRejection.ECHO);
        }
        Pickup.Listening next =
                new Pickup.Listening(
                        diary.with(Boundary.Kind.START, now),
                        mode,
                        listening.segment(),
                        listening.awaited());
        List<PickupEffect> effects = new ArrayList<>();
        return Decision.accept(
                mode == ListenMode.MANUAL && next.segment() instanceof Segment.Quiet
                        ? speaking(next, now, PickupSettings.SEGMENT_MIN, effects)
                        : next,
                effects);
    }

    private Decision<Pickup, PickupEffect, PickupRejection> stop(
            Pickup.Listening listening, Instant now) {
        if (listening.diary().boundary().isEchoedBy(Boundary.Kind.STOP, now)) {
            return Decision.reject(PickupRejection.ECHO);
        }
        List<PickupEffect> effects = new ArrayList<>();
        Pickup.Listening ended = ended(listening, now, effects);
        Diary diary = ended.diary().with(Boundary.Kind.STOP, now);
        return Decision.accept(
                ended.awaited().isEmpty()
                        ? new Pickup.Idle(diary)
                        : new Pickup.Finalizing(diary, ended.awaited()),
                effects);
    }

    private Decision<Pickup, PickupEffect, PickupRejection> heard(
            Pickup.Listening listening, PickupCommand.SoundHeard sound, Instant now) {
        List<PickupEffect> effects = new ArrayList<>();
        return switch (listening.segment()) {
            case Segment.Quiet quiet when !sound.voice() ->
                    Decision.accept(
                            listening.with(quiet.plus(sound.length())),
                            List.of(new PickupEffect.KeepSound()));
            case Segment.Quiet _ ->
                    taken(
                            speaking(listening, now, PickupSettings.SEGMENT_MIN, effects),
                            sound,
                            now,
                            effects);
            case Segment.Spoken _ -> taken(listening, sound, now, effects);
        };
    }

    private Decision<Pickup, PickupEffect, PickupRejection> taken(
            Pickup.Listening listening,
            PickupCommand.SoundHeard sound,
            Instant now,
            List<PickupEffect> effects) {
        if (!(listening.segment() instanceof Segment.Spoken before)) {
            throw new IllegalStateException("only speech takes sound");
        }
        Segment.Spoken spoken = before.plus(sound.length(), sound.voice(), now);
        effects.add(new PickupEffect.Take(spoken.number()));
        Segment.Spoken asked =
                segments.dueRecognition(spoken)
                        .map(due -> asking(spoken, due, Unheard.UNAVAILABLE, effects))
                        .orElse(spoken);
        Pickup.Listening next = listening.with(asked);
        if (SegmentRules.isFull(asked)) {
            // The rest of it is speech however short, so it is recognized from its first sound on.
            Pickup.Listening cut = ended(next, now, effects);
            return Decision.accept(speaking(cut, now, Duration.ZERO, effects), effects);
        }
        return segments.isOver(next, asked, now)
                ? Decision.accept(ended(next, now, effects), effects)
                : Decision.accept(next, effects);
    }

    /// A piece of speech begins, with what was kept.
    private static Pickup.Listening speaking(
            Pickup.Listening listening, Instant now, Duration least, List<PickupEffect> effects) {
        Duration kept =
                switch (listening.segment()) {
                    case Segment.Quiet quiet -> quiet.kept();
                    case Segment.Spoken _ -> Duration.ZERO;
                };
        Diary diary = listening.diary().withNextSegment();
        effects.add(new PickupEffect.Begin(diary.segments()));
        Segment begun =
                new Segment.Spoken(
                        diary.segments(),
                        now.minus(kept),
                        kept,
                        new Segment.Hearing.Voice(),
                        now,
                        new Segment.Recognition.TooShort(least));
        return listening.with(diary).with(begun);
    }

    /// The piece ends here, if there is one.
    private Pickup.Listening ended(
            Pickup.Listening listening, Instant now, List<PickupEffect> effects) {
        Pickup.Listening quiet = listening.with(Segment.Quiet.AT_FIRST);
        if (!(listening.segment() instanceof Segment.Spoken spoken)) {
            return quiet;
        }
        return switch (spoken.recognition()) {
            case Segment.Recognition.TooShort _ -> {
                effects.add(new PickupEffect.Drop(spoken.number()));
                yield quiet;
            }
            case Segment.Recognition.Asked asked -> {
                effects.add(new PickupEffect.Finish(spoken.number()));
                Awaited more = answers.ended(listening.awaited(), spoken, asked.recognizer(), now);
                yield quiet.with(more.told(effects));
            }
            case Segment.Recognition.Lost _ -> quiet;
        };
    }

    private static Decision<Pickup, PickupEffect, PickupRejection> guessed(
            Pickup.Listening listening, PickupCommand.Guessed guess) {
        return isAsked(listening, guess.segment(), guess.recognizer())
                ? Decision.accept(
                        listening,
                        List.of(
                                new PickupEffect.TellGuess(
                                        guess.segment(),
                                        spoken(listening).since(),
                                        guess.speech())))
                : PickupDecider.guessed(listening, listening.awaited(), guess);
    }

    private Decision<Pickup, PickupEffect, PickupRejection> failed(
            Pickup.Listening listening, PickupCommand.Failed failure, Instant now) {
        if (!isAsked(listening, failure.segment(), failure.recognizer())) {
            return changed(listening, answers.failed(listening.awaited(), failure, now));
        }
        List<PickupEffect> effects = new ArrayList<>();
        Segment next =
                asking(
                        spoken(listening),
                        segments.after(failure.recognizer()),
                        failure.reason(),
                        effects);
        return Decision.accept(listening.with(next), effects);
    }

    /// Who is asked now; if there is nobody left, the badge is told once.
    private static Segment.Spoken asking(
            Segment.Spoken spoken,
            Segment.Recognition recognition,
            Unheard otherwise,
            List<PickupEffect> effects) {
        effects.add(
                switch (recognition) {
                    case Segment.Recognition.Asked(int recognizer) ->
                            new PickupEffect.Ask(spoken.number(), recognizer);
                    case Segment.Recognition.Lost _ ->
                            new PickupEffect.TellUnheard(
                                    spoken.number(), spoken.since(), otherwise);
                    case Segment.Recognition.TooShort _ ->
                            throw new IllegalStateException("it was long enough before");
                });
        return spoken.with(recognition);
    }

    private static boolean isAsked(Pickup.Listening listening, long segment, int recognizer) {
        return listening.segment() instanceof Segment.Spoken spoken
                && spoken.number() == segment
                && spoken.recognition().equals(new Segment.Recognition.Asked(recognizer));
    }

    private static Segment.Spoken spoken(Pickup.Listening listening) {
        return switch (listening.segment()) {
            case Segment.Spoken spoken -> spoken;
            case Segment.Quiet _ -> throw new IllegalStateException("nobody speaks");
        };
    }

    private Decision<Pickup, PickupEffect, PickupRejection> deadlineReached(
            Pickup.Listening listening, Instant now) {
        AnswerRules.Change change = answers.deadlineReached(listening.awaited(), now);
        List<PickupEffect> effects = new ArrayList<>(change.effects());
        Pickup.Listening next = listening.with(change.next());
        boolean over =
                next.segment() instanceof Segment.Spoken spoken
                        && segments.isOver(next, spoken, now);
        return Decision.accept(over ? ended(next, now, effects) : next, effects);
    }

    private static Decision<Pickup, PickupEffect, PickupRejection> forget(
            Pickup.Listening listening, Instant now) {
        List<PickupEffect> dropped = new ArrayList<>(PickupDecider.dropped(listening.awaited()));
        if (listening.segment() instanceof Segment.Spoken spoken) {
            dropped.add(new PickupEffect.Drop(spoken.number()));
        }
        return PickupDecider.forgotten(listening.diary(), dropped, now);
    }

    private static Decision<Pickup, PickupEffect, PickupRejection> changed(
            Pickup.Listening listening, Optional<AnswerRules.Change> change) {
        return change.map(
                        made ->
                                Decision.<Pickup, PickupEffect, PickupRejection>accept(
                                        listening.with(made.next()), made.effects()))
                .orElseGet(() -> Decision.reject(PickupRejection.STALE));
    }

    private static Decision<Pickup, PickupEffect, PickupRejection> accept(Pickup next) {
        return Decision.accept(next, List.of());
    }
}
