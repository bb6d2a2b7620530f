package dev.supie.application.peer;

import dev.supie.application.connection.port.ErrorCode;
import dev.supie.application.peer.port.SentMessage;
import dev.supie.domain.peer.Ending;
import dev.supie.domain.peer.Failure;

import java.time.Duration;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/// Counts what has become of messages since the process began (OBS-1). Safe for use by many
/// threads.
public final class PeerTally {

    private final LongAdder accepted = new LongAdder();
    private final LongAdder degraded = new LongAdder();
    private final LongAdder repeated = new LongAdder();
    private final LongAdder redelivered = new LongAdder();
    private final Map<ErrorCode, LongAdder> refused = new ConcurrentHashMap<>();
    private final Map<Failure, LongAdder> failed = new ConcurrentHashMap<>();
    private final Map<Ending, LongAdder> ended = new ConcurrentHashMap<>();
    private final LongAdder roundsStored = new LongAdder();
    private final LongAdder roundsLost = new LongAdder();
    private final LongAdder pieces = new LongAdder();
    private final LongAdder storingNanos = new LongAdder();
    private final LongAdder tasksWritten = new LongAdder();
    private final LongAdder tasksRefused = new LongAdder();

    /// What became of messages.
    ///
    /// @param accepted stored, and so on their way (PEER-7)
    /// @param degraded of those, the ones that rules had to read (PEER-4)
    /// @param repeated sent again, and answered with their first receipt
    /// @param redelivered waited for a badge that was away, and went out when it came (PEER-9)
    /// @param refused by what their senders were told
    /// @param failed targets for whom a message was not accepted, by reason (PEER-6)
    /// @param ended messages that are over, counted once for each target
    public record Messages(
            long accepted,
            long degraded,
            long repeated,
            long redelivered,
            Map<ErrorCode, Long> refused,
            Map<Failure, Long> failed,
            Map<Ending, Long> ended) {}

    /// How they were stored.
    ///
    /// @param lost rounds that could not be stored
    /// @param pieces of work in the rounds that were stored
    /// @param storing how long the store took for those, summed
    public record Rounds(long stored, long lost, long pieces, Duration storing) {}

    /// Messages that asked for something to be done (PEER-10).
    ///
    /// @param refused by the rules of boards
    public record Tasks(long written, long refused) {}

    void repeated() {
        repeated.increment();
    }

    void redelivered(int messages) {
        redelivered.add(messages);
    }

    void refused(ErrorCode code) {
        add(refused, code);
    }

    void failed(Collection<Failure> failures) {
        failures.forEach(failure -> add(failed, failure));
    }

    void accepted(SentMessage sent) {
        accepted.increment();
        if (sent.message().degraded()) {
            degraded.increment();
        }
    }

    void ended(Ending ending) {
        add(ended, ending);
    }

    void roundStored(int works, Duration storing) {
        roundsStored.increment();
        pieces.add(works);
        storingNanos.add(storing.toNanos());
    }

    void roundLost() {
        roundsLost.increment();
    }

    void taskWritten() {
        tasksWritten.increment();
    }

    void taskRefused() {
        tasksRefused.increment();
    }

    private static <K> void add(Map<K, LongAdder> counts, K key) {
        counts.computeIfAbsent(key, _ -> new LongAdder()).increment();
    }

    public Messages messages() {
        return new Messages(
                accepted.sum(),
                degraded.sum(),
                repeated.sum(),
                redelivered.sum(),
                sums(ErrorCode.class, refused),
                sums(Failure.class, failed),
                sums(Ending.class, ended));
    }

    public Rounds rounds() {
        return new Rounds(
                roundsStored.sum(),
                roundsLost.sum(),
                pieces.sum(),
                Duration.ofNanos(storingNanos.sum()));
    }

    public Tasks tasks() {
        return new Tasks(tasksWritten.sum(), tasksRefused.sum());
    }

    private static <K extends Enum<K>> Map<K, Long> sums(Class<K> keys, Map<K, LongAdder> counts) {
        Map<K, Long> sums = new EnumMap<>(keys);
        counts.forEach((key, count) -> sums.put(key, count.sum()));
        return sums;
    }
}
