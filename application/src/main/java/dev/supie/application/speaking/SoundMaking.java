package dev.supie.application.speaking;

import dev.supie.application.speaking.port.PacketEncoder;
import dev.supie.application.speaking.port.Synthesis;
import dev.supie.application.speaking.port.SynthesisRequest;
import dev.supie.application.speaking.port.SynthesisResult;
import dev.supie.application.speaking.port.Synthesizer;
import dev.supie.application.speech.port.LanguageTag;
import dev.supie.domain.speaking.Tongue;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/// Has the sentences of one answer made into packets, one after the other, on the workers' threads.
/// The next one must not be begun before the one before has ended.
final class SoundMaking {

    private static final System.Logger LOG = System.getLogger(SoundMaking.class.getName());

    private final SpeakingFeature.Ports ports;
    private final Duration within;

    /// Guards what follows, for moments: never while sound is made.
    private final ReentrantLock lock = new ReentrantLock();

    private @Nullable Synthesis running;
    private boolean cancelled;

    /// Only used by the sentence under way.
    private @Nullable PacketEncoder encoder;

    SoundMaking(SpeakingFeature.Ports ports, Duration within) {
        this.ports = ports;
        this.within = within;
    }

    /// Begins a sentence; false if nobody can make it, and then nothing comes.
    ///
    /// @param packets gets each packet as soon as it is made
    /// @param ended told once nothing more comes, whatever became of it; not after [#cancel]
    boolean begin(String text, Consumer<byte[]> packets, Runnable ended) {
        if (ports.synthesizers().isEmpty()) {
            return false;
        }
        LanguageTag language = new LanguageTag(Tongue.of(text).code());
        Sentence sentence =
                new Sentence(new SynthesisRequest(text, language, within), packets, ended);
        try {
            return ports.workers().offer(sentence);
        } catch (RejectedExecutionException _) {
            // The process is ending.
            return false;
        }
    }

    /// Whatever is under way is given up, and nothing more is begun.
    void cancel() {
        lock.lock();
        try {
            cancelled = true;
            if (running != null) {
                running.cancel();
            }
        } finally {
            lock.unlock();
        }
    }

    /// False if it was cancelled.
    private boolean runs(@Nullable Synthesis synthesis) {
        lock.lock();
        try {
            running = synthesis;
            return !cancelled;
        } finally {
            lock.unlock();
        }
    }

    private PacketEncoder encoder() {
        PacketEncoder open = encoder;
        if (open == null) {
            open = ports.encoders().open();
            encoder = open;
        }
        return open;
    }

    /// One sentence, made by the first synthesizer that can.
    private final class Sentence implements Runnable {

        private final SynthesisRequest request;
        private final PacketCutter cutter;
        private final Runnable ended;

        Sentence(SynthesisRequest request, Consumer<byte[]> packets, Runnable ended) {
            this.request = request;
            this.cutter = new PacketCutter(SoundMaking.this::encoder, packets);
            this.ended = ended;
        }

        @Override
        public void run() {
            try {
                // It may have waited for this thread longer than anybody wanted to hear it.
                if (runs(null)) {
                    make();
                }
            } finally {
                // Also if something broke: the sentence after it waits for this.
                if (runs(null)) {
                    ended.run();
                }
            }
        }

        /// What has begun with one voice is not said again with another.
        private void make() {
            for (Synthesizer synthesizer : ports.synthesizers()) {
                if (isDone(synthesizer, resultOf(synthesizer))) {
                    return;
                }
            }
            ports.tally().sentenceSilent();
        }

        private boolean isDone(Synthesizer synthesizer, SynthesisResult result) {
            return switch (result) {
                case SynthesisResult.Spoken _ -> {
                    cutter.finish();
                    ports.tally().sentenceSpoken(synthesizer.name());
                    yield true;
                }
                case SynthesisResult.Failed failed -> {
                    ports.tally().failed(synthesizer.name(), failed.code());
                    LOG.log(
                            System.Logger.Level.DEBUG,
                            "{0} did not say a sentence: {1}",
                            synthesizer.name(),
                            failed.message());
                    if (cutter.hasBegun()) {
                        cutter.finish();
                    }
                    yield cutter.hasBegun();
                }
                case SynthesisResult.Cancelled _ -> true;
            };
        }

        private SynthesisResult resultOf(Synthesizer synthesizer) {
            try {
                Synthesis synthesis = synthesizer.open(request);
                if (!runs(synthesis)) {
                    return new SynthesisResult.Cancelled();
                }
                return synthesis.run(cutter);
            } catch (RuntimeException bug) {
                // Adapters stand at the edge: what breaks in one must not cost the next its turn.
                LOG.log(
                        System.Logger.Level.ERROR,
                        "synthesizer " + synthesizer.name() + " broke",
                        bug);
                return new SynthesisResult.Failed(
                        SynthesisResult.Code.BROKEN, "the synthesizer broke: it is logged");
            }
        }
    }
}
