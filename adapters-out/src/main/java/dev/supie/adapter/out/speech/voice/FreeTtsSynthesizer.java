package dev.supie.adapter.out.speech.voice;

import com.sun.speech.freetts.Voice;
import com.sun.speech.freetts.en.us.cmu_us_kal.KevinVoiceDirectory;

import dev.supie.adapter.out.service.CallTiming;
import dev.supie.adapter.out.service.Deadline;
import dev.supie.application.speaking.port.SoundSink;
import dev.supie.application.speaking.port.Synthesis;
import dev.supie.application.speaking.port.SynthesisRequest;
import dev.supie.application.speaking.port.SynthesisResult;
import dev.supie.application.speaking.port.SynthesisResult.Code;
import dev.supie.application.speaking.port.Synthesizer;
import dev.supie.application.speech.port.Availability;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/// English in plain Java, with nothing but this process. It says one sentence at a time, each in a
/// few hundredths of its length, so whoever comes meanwhile waits.
public final class FreeTtsSynthesizer implements Synthesizer, AutoCloseable {

    private static final String ENGLISH = "en";
    private static final int WORDS_PER_MINUTE = 150;

    private final LocalVoice settings;
    private final CallTiming timing;
    private final ReentrantLock speaking = new ReentrantLock(true);

    /// Loaded with the first sentence unless somebody has seen to it before: it takes half a second
    /// and its memory.
    private @Nullable Voice voice;

    public FreeTtsSynthesizer(LocalVoice settings, CallTiming timing) {
        this.settings = settings;
        this.timing = timing;
    }

    @Override
    public String name() {
        return settings.alias();
    }

    /// It is part of ours.
    @Override
    public Availability availability() {
        return new Availability.Ready();
    }

    /// Loads the voice.
    @Override
    public void prepare() {
        speaking.lock();
        try {
            loaded();
        } finally {
            speaking.unlock();
        }
    }

    private Voice loaded() {
        Voice ready = voice;
        if (ready == null) {
            // The second of the directory has the better of its two qualities, 16 kHz.
            ready = new KevinVoiceDirectory().getVoices()[1];
            ready.allocate();
            ready.setRate(settings.wordsPerMinute(WORDS_PER_MINUTE));
            voice = ready;
        }
        return ready;
    }

    @Override
    public Synthesis open(SynthesisRequest request) {
        return request.language().code().equals(ENGLISH)
                ? new Sentence(request.text(), settings.patience(request.within()))
                : Refusals.language(name(), request.language());
    }

    @Override
    public void close() {
        speaking.lock();
        try {
            if (voice != null) {
                voice.deallocate();
                voice = null;
            }
        } finally {
            speaking.unlock();
        }
    }

    private final class Sentence implements Synthesis {

        private final String text;
        private final Duration within;
        private volatile boolean cancelled;

        Sentence(String text, Duration within) {
            this.text = text;
            this.within = within;
        }

        @Override
        public SynthesisResult run(SoundSink sink) {
            Deadline deadline = Deadline.after(within, timing.nanoTime());
            try {
                if (!speaking.tryLock(within.toNanos(), TimeUnit.NANOSECONDS)) {
                    return Refusals.outOfTime();
                }
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                return new SynthesisResult.Cancelled();
            }
            List<short[]> sound = new ArrayList<>();
            boolean whole;
            try {
                whole = speak(sound, deadline);
            } finally {
                speaking.unlock();
            }
            return handedOn(sound, sink, whole, deadline);
        }

        /// Kept first and handed on later, so that nobody waits while this is encoded.
        private boolean speak(List<short[]> sound, Deadline deadline) {
            Playback playback =
                    new Playback(
                            (samples, count) -> sound.add(Arrays.copyOf(samples, count)),
                            () -> !cancelled && deadline.remaining().isPositive());
            if (!playback.isWanted()) {
                return false;
            }
            Voice speaker = loaded();
            speaker.setAudioPlayer(playback);
            boolean whole = speaker.speak(text);
            playback.finish();
            return whole;
        }

        private SynthesisResult handedOn(
                List<short[]> sound, SoundSink sink, boolean whole, Deadline deadline) {
            for (short[] piece : sound) {
                if (cancelled) {
                    break;
                }
                sink.take(piece, piece.length);
            }
            if (cancelled) {
                return new SynthesisResult.Cancelled();
            }
            if (whole) {
                return new SynthesisResult.Spoken();
            }
            return deadline.remaining().isPositive()
                    ? new SynthesisResult.Failed(Code.BROKEN, "it could not say the sentence")
                    : Refusals.outOfTime();
        }

        @Override
        public void cancel() {
            cancelled = true;
        }
    }
}
