package dev.supie.application.audio;

import dev.supie.application.runtime.Awaited;
import dev.supie.application.runtime.Workers;
import dev.supie.application.speaking.port.DownlinkFormat;
import dev.supie.application.speaking.port.SoundSink;
import dev.supie.application.speaking.port.Synthesis;
import dev.supie.application.speaking.port.SynthesisRequest;
import dev.supie.application.speaking.port.SynthesisResult;
import dev.supie.application.speaking.port.SynthesisResult.Code;
import dev.supie.application.speaking.port.Synthesizer;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.ReentrantLock;

/// The sound of one part of a text: made on a worker's thread, kept, and handed on by whoever
/// waited for it. So nobody who reads slowly holds a worker, a process or a voice.
final class SoundOfPart {

    /// How long it is waited for, the wait for a worker included.
    static final Duration WAIT_MAX = Duration.ofSeconds(30);

    /// No part lasts longer; what one that does would say beyond is not kept.
    static final Duration SOUND_MAX = Duration.ofSeconds(90);

    private static final int SAMPLES_MAX =
            Math.toIntExact(SOUND_MAX.toSeconds() * DownlinkFormat.SAMPLE_RATE);

    private static final System.Logger LOG = System.getLogger(SoundOfPart.class.getName());

    private final List<Synthesizer> synthesizers;
    private final SynthesisRequest request;
    private final CompletableFuture<SynthesisResult> result = new CompletableFuture<>();

    /// Written by the worker before the result is there, read after that.
    private List<short[]> pieces = new ArrayList<>();

    private int samples;

    /// Guards what follows, for moments.
    private final ReentrantLock lock = new ReentrantLock();

    private @Nullable Synthesis running;
    private boolean unwanted;

    /// @param synthesizers at least one; asked in this order
    SoundOfPart(List<Synthesizer> synthesizers, SynthesisRequest request) {
        this.synthesizers = synthesizers;
        this.request = request;
    }

    /// Waits until it is made, or cannot be.
    SynthesisResult madeBy(Workers workers) {
        try {
            if (!workers.offer(this::make)) {
                return busy();
            }
        } catch (RejectedExecutionException _) {
            // The process is ending.
            return new SynthesisResult.Cancelled();
        }
        return switch (Awaited.of(result, WAIT_MAX)) {
            case Awaited.Come<SynthesisResult>(SynthesisResult made) -> made;
            case Awaited.TooLate<SynthesisResult> _ -> {
                giveUp();
                yield busy();
            }
            case Awaited.Interrupted<SynthesisResult> _ -> {
                giveUp();
                yield new SynthesisResult.Cancelled();
            }
        };
    }

    private static SynthesisResult busy() {
        return new SynthesisResult.Failed(Code.BUSY, "too much is being said");
    }

    /// Only after it was made.
    void handOnTo(SoundSink sink) {
        for (short[] piece : pieces) {
            sink.take(piece, piece.length);
        }
    }

    private void make() {
        SynthesisResult last = new SynthesisResult.Cancelled();
        try {
            for (Synthesizer synthesizer : synthesizers) {
                last = resultOf(synthesizer);
                if (!(last instanceof SynthesisResult.Failed)) {
                    return;
                }
            }
        } finally {
            runs(null);
            result.complete(last);
        }
    }

    /// What one that fails has begun with is forgotten: the next says all of it.
    private SynthesisResult resultOf(Synthesizer synthesizer) {
        pieces = new ArrayList<>();
        samples = 0;
        try {
            Synthesis synthesis = synthesizer.open(request);
            return runs(synthesis) ? synthesis.run(this::keep) : new SynthesisResult.Cancelled();
        } catch (RuntimeException bug) {
            // Adapters stand at the edge: what breaks in one must not cost the next its turn.
            LOG.log(System.Logger.Level.ERROR, "synthesizer " + synthesizer.name() + " broke", bug);
            return new SynthesisResult.Failed(Code.BROKEN, "the synthesizer broke: it is logged");
        }
    }

    private void keep(short[] sound, int count) {
        int kept = Math.min(count, SAMPLES_MAX - samples);
        pieces.add(Arrays.copyOf(sound, kept));
        samples += kept;
    }

    /// False if nobody waits for it any more.
    private boolean runs(@Nullable Synthesis synthesis) {
        lock.lock();
        try {
            running = synthesis;
            return !unwanted;
        } finally {
            lock.unlock();
        }
    }

    private void giveUp() {
        lock.lock();
        try {
            unwanted = true;
            if (running != null) {
                running.cancel();
            }
        } finally {
            lock.unlock();
        }
    }
}
