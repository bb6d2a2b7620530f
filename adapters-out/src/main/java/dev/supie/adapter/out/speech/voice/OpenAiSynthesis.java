package dev.supie.adapter.out.speech.voice;

import dev.supie.adapter.out.service.CallFailure;
import dev.supie.adapter.out.service.Deadline;
import dev.supie.application.runtime.Alarms;
import dev.supie.application.speaking.port.SoundSink;
import dev.supie.application.speaking.port.Synthesis;
import dev.supie.application.speaking.port.SynthesisResult;
import dev.supie.application.speaking.port.SynthesisResult.Code;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;

/// One sentence said by a service. Whoever gives up, and time itself, interrupts the thread that
/// waits for it.
final class OpenAiSynthesis implements Synthesis {

    /// A service that does not even begin to answer is noticed without being interrupted.
    private static final Duration GRACE = Duration.ofMillis(100);

    private final OpenAiSynthesizer synthesizer;
    private final String text;
    private final Duration within;

    /// Guards what follows, for moments.
    private final ReentrantLock lock = new ReentrantLock();

    private @Nullable Thread waiting;
    private boolean cancelled;
    private boolean overdue;

    OpenAiSynthesis(OpenAiSynthesizer synthesizer, String text, Duration within) {
        this.synthesizer = synthesizer;
        this.text = text;
        this.within = within;
    }

    @Override
    public SynthesisResult run(SoundSink sink) {
        if (!within.isPositive()) {
            return Refusals.outOfTime();
        }
        if (!begins()) {
            return new SynthesisResult.Cancelled();
        }
        Alarms.Alarm alarm =
                synthesizer
                        .alarms()
                        .at(
                                synthesizer.timing().clock().instant().plus(within).plus(GRACE),
                                this::timeIsUp);
        try {
            synthesizer.speak(text, sink, Deadline.after(within, synthesizer.timing().nanoTime()));
            return ended(new SynthesisResult.Spoken());
        } catch (CallFailure failure) {
            return ended(new SynthesisResult.Failed(code(failure), failure.reason()));
        } catch (InterruptedException _) {
            // By ourselves, or because the process ends; either way nobody wants to hear it.
            return ended(new SynthesisResult.Cancelled());
        } finally {
            alarm.cancel();
        }
    }

    private boolean begins() {
        lock.lock();
        try {
            if (!cancelled) {
                waiting = Thread.currentThread();
            }
            return !cancelled;
        } finally {
            lock.unlock();
        }
    }

    /// From here on nobody interrupts the thread, which belongs to others.
    private SynthesisResult ended(SynthesisResult otherwise) {
        lock.lock();
        try {
            waiting = null;
            boolean late = Thread.interrupted();
            if (cancelled) {
                return new SynthesisResult.Cancelled();
            }
            return overdue || late ? Refusals.outOfTime() : otherwise;
        } finally {
            lock.unlock();
        }
    }

    private static Code code(CallFailure failure) {
        return switch (failure.kind()) {
            case TIMEOUT -> Code.TIMEOUT;
            case BUSY -> Code.BUSY;
            case UNAVAILABLE -> Code.UNAVAILABLE;
            case BROKEN -> Code.BROKEN;
        };
    }

    private void timeIsUp() {
        lock.lock();
        try {
            overdue = true;
            interrupt();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void cancel() {
        lock.lock();
        try {
            cancelled = true;
            interrupt();
        } finally {
            lock.unlock();
        }
    }

    private void interrupt() {
        if (waiting != null) {
            waiting.interrupt();
        }
    }
}
