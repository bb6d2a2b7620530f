package dev.supie.application.fake;

import dev.supie.application.speech.port.Availability;
import dev.supie.application.speech.port.PcmFrame;
import dev.supie.application.speech.port.VoiceDetector;
import dev.supie.application.speech.port.VoiceDetectors;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/// Takes for voice what is loud, and remembers it for a moment. They know how many of them are
/// open, and can be told to be missing.
public final class LoudnessDetectors implements VoiceDetectors {

    /// How long it still counts as voice after it has become quiet.
    private static final int INERTIA = PcmFrame.samplesIn(Duration.ofMillis(100));

    private final AtomicInteger open = new AtomicInteger();
    private final AtomicInteger opened = new AtomicInteger();
    private volatile Availability availability = new Availability.Ready();

    /// As when the model's file is not there.
    public void missing(String reason) {
        availability = new Availability.Unavailable(reason);
    }

    @Override
    public Availability availability() {
        return availability;
    }

    @Override
    public VoiceDetector open() {
        if (!availability.isReady()) {
            throw new IllegalStateException("opened although unavailable");
        }
        open.incrementAndGet();
        opened.incrementAndGet();
        return new ByLoudness();
    }

    /// Detectors that were not closed yet.
    public int stillOpen() {
        return open.get();
    }

    /// Detectors that were ever asked for.
    public int opened() {
        return opened.get();
    }

    private final class ByLoudness implements VoiceDetector {

        private int quietFor = INERTIA;
        private boolean closed;

        @Override
        public Hearing hear(PcmFrame frame) {
            if (closed) {
                throw new IllegalStateException("hearing after the end");
            }
            for (int index = 0; index < frame.length(); index++) {
                boolean loud = Math.abs(frame.sample(index)) > ToySpeech.LOUD;
                quietFor = loud ? 0 : Math.min(quietFor + 1, INERTIA);
            }
            return quietFor < INERTIA ? Hearing.VOICE : Hearing.SILENCE;
        }

        @Override
        public void reset() {
            quietFor = INERTIA;
        }

        @Override
        public void close() {
            if (!closed) {
                closed = true;
                open.decrementAndGet();
            }
        }
    }
}
