package dev.supie.adapter.out.speech;

import dev.supie.application.speech.port.PcmFrame;

import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;

/// Counts what the recognizer does; safe for use by many threads.
final class SpeechCounters {

    private final LongAdder usual = new LongAdder();
    private final LongAdder small = new LongAdder();
    private final LongAdder partials = new LongAdder();
    private final LongAdder partialsSkipped = new LongAdder();
    private final LongAdder refused = new LongAdder();
    private final LongAdder timedOut = new LongAdder();
    private final LongAdder samples = new LongAdder();
    private final LongAdder nanos = new LongAdder();

    void recognized(boolean partial, String model, int length, long tookNanos) {
        nanos.add(tookNanos);
        if (partial) {
            partials.increment();
            return;
        }
        samples.add(length);
        if (model.equals(MoonshineSize.TINY.modelName())) {
            small.increment();
        } else {
            usual.increment();
        }
    }

    void partialSkipped() {
        partialsSkipped.increment();
    }

    void refused() {
        refused.increment();
    }

    void timedOut() {
        timedOut.increment();
    }

    SpeechNumbers numbers(RecognitionPool pool) {
        return new SpeechNumbers(
                pool.workers(),
                pool.busy(),
                pool.waiting(),
                pool.overload(),
                usual.sum(),
                small.sum(),
                partials.sum(),
                partialsSkipped.sum(),
                refused.sum(),
                timedOut.sum(),
                Duration.ofMillis(samples.sum() * 1_000 / PcmFrame.SAMPLE_RATE),
                Duration.ofNanos(nanos.sum()));
    }
}
