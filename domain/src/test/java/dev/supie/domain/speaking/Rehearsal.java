package dev.supie.domain.speaking;

import dev.supie.domain.kernel.Decision;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// An answer on virtual time: does what was decided, and notes it with its moment. What is sent is
/// written at once, unless the test says how much later.
final class Rehearsal {

    static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final List<String> log = new ArrayList<>();
    private final List<Long> played = new ArrayList<>();
    private final ArrayDeque<Write> writes = new ArrayDeque<>();
    private Recital recital;
    private Instant now = START;
    private Supplier<Duration> writing = () -> Duration.ZERO;
    private Supplier<Duration> lateness = () -> Duration.ZERO;

    private record Write(Instant at, RecitalCommand tells) {}

    Rehearsal(int headStart) {
        recital = new Recital.Unbegun(headStart);
    }

    /// How long a message takes from now on until it is written.
    Rehearsal writing(Supplier<Duration> delay) {
        writing = delay;
        return this;
    }

    /// How late alarms are from now on.
    Rehearsal late(Supplier<Duration> delay) {
        lateness = delay;
        return this;
    }

    Optional<RecitalRejection> tell(RecitalCommand command) {
        return switch (RecitalDecider.decide(recital, command, now)) {
            case Decision.Accepted<Recital, RecitalEffect, RecitalRejection> accepted -> {
                recital = accepted.next();
                accepted.effects().forEach(this::perform);
                writeWhatIsDue();
                yield Optional.empty();
            }
            case Decision.Rejected<Recital, RecitalEffect, RecitalRejection> rejected ->
                    Optional.of(rejected.reason());
        };
    }

    /// A sentence of so many packets, which are made at once; none if it fails.
    Rehearsal say(int sentence, int packets) {
        tell(new RecitalCommand.Say());
        return sound(sentence, packets);
    }

    Rehearsal sound(int sentence, int packets) {
        if (packets > 0) {
            tell(new RecitalCommand.SoundReady(sentence, packets));
        }
        tell(new RecitalCommand.SoundEnded(sentence));
        return this;
    }

    private void perform(RecitalEffect effect) {
        switch (effect) {
            case RecitalEffect.Begin _ -> {
                note("begin");
                write(new RecitalCommand.BeginningWritten());
            }
            case RecitalEffect.Prepare(int sentence) -> note("prepare " + sentence);
            case RecitalEffect.Show(int sentence) -> note("show " + sentence);
            case RecitalEffect.Play(Duration _) -> {
                note("play");
                write(new RecitalCommand.PacketWritten());
            }
            case RecitalEffect.End _ -> note("end");
            case RecitalEffect.TellSpoken _ -> note("spoken");
            case RecitalEffect.TellSilenced _ -> note("silenced");
        }
    }

    private void write(RecitalCommand tells) {
        writes.add(new Write(now.plus(writing.get()), tells));
    }

    private void writeWhatIsDue() {
        while (!writes.isEmpty() && !writes.getFirst().at().isAfter(now)) {
            Write write = writes.removeFirst();
            if (write.tells() instanceof RecitalCommand.PacketWritten) {
                played.add(millis());
            }
            tell(write.tells());
        }
    }

    private void note(String what) {
        log.add(millis() + " " + what);
    }

    private long millis() {
        return Duration.between(START, now).toMillis();
    }

    /// Lets time pass, with everything that becomes due on the way.
    Rehearsal pass(Duration time) {
        Instant end = now.plus(time);
        Optional<Instant> next = next();
        while (next.isPresent() && !next.get().isAfter(end)) {
            now = next.get().isAfter(now) ? next.get() : now;
            writeWhatIsDue();
            tell(new RecitalCommand.DeadlineReached());
            next = next();
        }
        now = end;
        return this;
    }

    private Optional<Instant> next() {
        Optional<Instant> written = Optional.ofNullable(writes.peekFirst()).map(Write::at);
        Optional<Instant> woken =
                RecitalDecider.deadline(recital)
                        .map(due -> (due.isAfter(now) ? due : now).plus(lateness.get()));
        if (written.isPresent() && woken.isPresent()) {
            return written.get().isBefore(woken.get()) ? written : woken;
        }
        return written.or(() -> woken);
    }

    /// What happened since the last call, each with its time in ms.
    List<String> log() {
        List<String> taken = List.copyOf(log);
        log.clear();
        return taken;
    }

    /// When packets were written, in ms.
    List<Long> played() {
        return List.copyOf(played);
    }

    Optional<Instant> deadline() {
        return RecitalDecider.deadline(recital);
    }

    boolean isOver() {
        return recital instanceof Recital.Over;
    }
}
