package dev.supie.application.speech;

import dev.supie.application.speech.port.RecognitionEvent;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongFunction;
import java.util.stream.Collectors;

/// Counts what has become of speech since the process began (OBS-1). Safe for use by many threads.
///
/// Recognizers are those of the configuration, so there are few names to count by.
public final class SpeechTally {

    private final LongAdder damaged = new LongAdder();
    private final LongAdder dropped = new LongAdder();
    private final Map<String, LongAdder> texts = new ConcurrentHashMap<>();
    private final Map<String, LongAdder> answerMillis = new ConcurrentHashMap<>();
    private final Map<Failure, LongAdder> failures = new ConcurrentHashMap<>();

    /// A recognizer, and what it had to say instead of a text.
    public record Failure(String provider, RecognitionEvent.Code code) {}

    /// How often each of it has happened.
    ///
    /// @param damaged packets that could not be decoded (LIS-8)
    /// @param dropped packets that came faster than they were decoded
    /// @param texts by recognizer, those without words included
    /// @param answering by recognizer, how long after the end of the speech its texts came, summed
    /// @param failures whether or not the next recognizer of the chain had a text
    public record Count(
            long damaged,
            long dropped,
            Map<String, Long> texts,
            Map<String, Duration> answering,
            Map<Failure, Long> failures) {
        public Count {
            texts = Map.copyOf(texts);
            answering = Map.copyOf(answering);
            failures = Map.copyOf(failures);
        }
    }

    void packetDamaged() {
        damaged.increment();
    }

    void packetsDropped(int count) {
        dropped.add(count);
    }

    void said(String provider, Duration afterTheEnd) {
        added(texts, provider, 1);
        added(answerMillis, provider, Math.max(0, afterTheEnd.toMillis()));
    }

    void failed(String provider, RecognitionEvent.Code code) {
        added(failures, new Failure(provider, code), 1);
    }

    private static <K> void added(Map<K, LongAdder> counts, K key, long more) {
        counts.computeIfAbsent(key, _ -> new LongAdder()).add(more);
    }

    public Count count() {
        return new Count(
                damaged.sum(),
                dropped.sum(),
                sums(texts, Long::valueOf),
                sums(answerMillis, Duration::ofMillis),
                sums(failures, Long::valueOf));
    }

    private static <K, V> Map<K, V> sums(Map<K, LongAdder> counts, LongFunction<V> value) {
        return counts.entrySet().stream()
                .collect(
                        Collectors.toMap(
                                Map.Entry::getKey, entry -> value.apply(entry.getValue().sum())));
    }
}
