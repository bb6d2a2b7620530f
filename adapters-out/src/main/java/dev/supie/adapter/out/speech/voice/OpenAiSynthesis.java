package dev.supie.adapter.out.speech.voice;

import dev.supie.adapter.out.service.CallFailure;
import dev.supie.adapter.out.service.Deadline;
import dev.supie.application.runtime.Alarms;
import dev.supie.application.speaking.port.SoundSink;
import dev.supie.application.speaking.port.Synthesis;
import dev.supie.application.speaking.port.SynthesisResult;
import dev.supie.application.speaking.port.SynthesisResult.Code;

import java.time.Duration;

/// One sentence said by a service. Whoever gives up, and time itself, interrupts the thread that
/// waits for it.
final class OpenAiSynthesis implements Synthesis {

    /// A service that does not even begin to answer is noticed without being interrupted.
    private static final Duration GRACE = Duration.ofMillis(100);

    private final OpenAiSynthesizer synthesizer;
    private final String text;
    private final Duration within;

    private final Ending ending = new Ending();

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
        if (ending.isCancelled()) {
            return new SynthesisResult.Cancelled();
        }
        ending.breaksOffBy(Thread.currentThread()::interrupt);
        Alarms.Alarm alarm =
                synthesizer
                        .alarms()
                        .at(
                                synthesizer.timing().clock().instant().plus(within).plus(GRACE),
                                ending::timeIsUp);
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

    /// From here on nobody interrupts the thread, which belongs to others; an interrupt of ours
    /// that nobody has noticed ends with it.
    private SynthesisResult ended(SynthesisResult otherwise) {
        SynthesisResult result = ending.result(otherwise);
        boolean late = Thread.interrupted();
        return switch (result) {
            case SynthesisResult.Cancelled _ -> result;
            case SynthesisResult.Spoken _, SynthesisResult.Failed _ ->
                    late ? Refusals.outOfTime() : result;
        };
    }

    private static Code code(CallFailure failure) {
        return switch (failure.kind()) {
            case TIMEOUT -> Code.TIMEOUT;
            case BUSY -> Code.BUSY;
            case UNAVAILABLE -> Code.UNAVAILABLE;
            case BROKEN -> Code.BROKEN;
        };
    }

    @Override
    public void cancel() {
        ending.cancel();
    }
}
