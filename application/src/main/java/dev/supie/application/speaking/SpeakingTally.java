package dev.supie.application.speaking;

import dev.supie.application.speaking.port.SynthesisResult;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;

/// Counts what has become of answers since the process began (OBS-1). Safe for use by many threads.
///
/// Synthesizers are those of the configuration, so there are few names to count by.
public final class SpeakingTally {

    private final LongAdder begun = new LongAdder();
    private final LongAdder ended = new LongAdder();
    private final LongAdder silenced = new LongAdder();
    private final LongAdder packets = new LongAdder();
    private final LongAdder silent = new LongAdder();
    private final LongAdder leftOut = new LongAdder();
    private final LongAdder firstSounds = new LongAdder();
    private final LongAdder firstSoundNanos = new LongAdder();
    private final Map<String, LongAdder> spoken = new ConcurrentHashMap<>();
    private final Map<Failure, LongAdder> failures = new ConcurrentHashMap<>();

    /// A synthesizer, and why it did not say a sentence.
    public record Failure(String provider, SynthesisResult.Code code) {}

    /// How often each of it has happened.
    ///
    /// @param begun answers that badges were told of
    /// @param speaking those of them that have not ended
    /// @param silenced answers that were cut off
    /// @param packets of sound that were written
    /// @param silent sentences that were shown without sound
    /// @param leftOut sentences that were not even shown, because too many waited
    /// @param firstSounds answers that had sound
    /// @param untilFirstSound from their first sentence to their first packet, summed
    /// @param spoken sentences by synthesizer
    /// @param failures whether or not the next synthesizer of the chain stood in
    public record Count(
            long begun,
            long speaking,
            long silenced,
            long packets,
            long silent,
            long leftOut,
            long firstSounds,
            Duration untilFirstSound,
            Map<String, Long> spoken,
            Map<Failure, Long> failures) {
        public Count {
            spoken = Map.copyOf(spoken);
            failures = Map.copyOf(failures);
        }
    }

    void answerBegun() {
        begun.increment();
    }

    /// Of one that was begun.
    void answerEnded() {
        ended.increment();
    }

    void answerSilenced() {
        silenced.increment();
    }

    void packetWritten() {
        packets.increment();
    }

    void sentenceSilent() {
        silent.increment();
    }

    void sentenceLeftOut() {
        leftOut.increment();
    }

    void firstSound(Duration after) {
        firstSounds.increment();
        firstSoundNanos.add(after.toNanos());
    }

    void sentenceSpoken(String provider) {
        spoken.computeIfAbsent(provider, _ -> new LongAdder()).increment();
    }

    void failed(String provider, SynthesisResult.Code code) {
        failures.computeIfAbsent(new Failure(provider, code), _ -> new LongAdder()).increment();
    }

    public Count count() {
        // Read first, so that an answer that begins meanwhile is not counted as one below zero.
        long over = ended.sum();
        long all = begun.sum();
        return new Count(
                all,
                all - over,
                silenced.sum(),
                packets.sum(),
                silent.sum(),
                leftOut.sum(),
                firstSounds.sum(),
                Duration.ofNanos(firstSoundNanos.sum()),
                sums(spoken),
                sums(failures));
    }

    private static <K> Map<K, Long> sums(Map<K, LongAdder> counts) {
        return counts.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().sum()));
    }
}
