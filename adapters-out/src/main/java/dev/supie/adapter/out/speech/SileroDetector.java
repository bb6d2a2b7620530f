package dev.supie.adapter.out.speech;

import dev.supie.application.speech.port.PcmFrame;
import dev.supie.application.speech.port.VoiceDetector;

/// Silero for one connection: likelihoods of chunks, with inertia.
///
/// If the model fails it hears silence: a connection without voice detection can still be used with
/// the button, one whose reader thread died cannot.
final class SileroDetector implements VoiceDetector {

    private static final System.Logger LOG = System.getLogger(SileroDetector.class.getName());

    private final SileroEar ear;
    private final Chunks chunks = new Chunks();
    private final VoiceGate gate = new VoiceGate();
    private boolean broken;

    SileroDetector(SileroEar ear) {
        this.ear = ear;
    }

    @Override
    public Hearing hear(PcmFrame frame) {
        chunks.add(frame, this::hearChunk);
        return gate.isOpen() ? Hearing.VOICE : Hearing.SILENCE;
    }

    private void hearChunk(short[] samples, int from) {
        if (broken) {
            return;
        }
        try {
            gate.pass(ear.hear(samples, from));
        } catch (ModelBrokenException failure) {
            broken = true;
            gate.shut();
            LOG.log(System.Logger.Level.ERROR, "a connection goes on without ears", failure);
        }
    }

    @Override
    public void reset() {
        ear.forget();
        chunks.clear();
        gate.shut();
    }

    @Override
    public void close() {
        // What the model keeps for a connection is ordinary memory.
    }
}
