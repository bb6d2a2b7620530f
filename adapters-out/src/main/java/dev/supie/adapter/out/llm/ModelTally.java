package dev.supie.adapter.out.llm;

import dev.supie.adapter.out.service.CallFailure;
import dev.supie.application.tracing.port.Tracing;
import dev.supie.application.tracing.port.Tracing.Work;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/// Counts what language models were asked since the process began, and what came of it (OBS-1). One
/// question counts once, however many attempts it took, and is one span. Safe for use by many
/// threads.
public final class ModelTally {

    private static final String ANSWERED = "ok";

    private final Map<Kind, Sum> sums = new ConcurrentHashMap<>();
    private final Tracing tracing;

    /// One that only counts.
    public ModelTally() {
        this(Tracing.OFF);
    }

    public ModelTally(Tracing tracing) {
        this.tracing = tracing;
    }

    private record Kind(String use, String result) {}

    private record Sum(LongAdder calls, LongAdder nanos) {

        Sum() {
            this(new LongAdder(), new LongAdder());
        }

        void add(Duration took) {
            calls.increment();
            nanos.add(took.toNanos());
        }
    }

    /// Questions of one use that ended alike.
    ///
    /// @param use what the model was asked for, such as `meeting`
    /// @param result `ok`, or what kind of trouble it was
    /// @param took from the question to its end, summed
    public record Count(String use, String result, long calls, Duration took) {}

    /// A question begins.
    ModelCall begin(String use) {
        return new ModelCall(this, use, tracing.begin(Work.CALL, "model " + use, Optional.empty()));
    }

    void answered(String use, Duration took) {
        add(new Kind(use, ANSWERED), took);
    }

    void failed(String use, CallFailure.Kind trouble, Duration took) {
        add(new Kind(use, word(trouble)), took);
    }

    static String word(CallFailure.Kind trouble) {
        return trouble.name().toLowerCase(Locale.ROOT);
    }

    private void add(Kind kind, Duration took) {
        sums.computeIfAbsent(kind, _ -> new Sum()).add(took);
    }

    /// In no order.
    public List<Count> counts() {
        return sums.entrySet().stream()
                .map(
                        each ->
                                new Count(
                                        each.getKey().use(),
                                        each.getKey().result(),
                                        each.getValue().calls().sum(),
                                        Duration.ofNanos(each.getValue().nanos().sum())))
                .toList();
    }
}
