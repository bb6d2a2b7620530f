package dev.supie.application.speaking.port;

/// The making of one sentence's sound.
public interface Synthesis {

    /// Makes the sound on this thread and hands it on as it comes. Ends within the time of the
    /// request, and soon after [#cancel]; never throws. To be called once.
    SynthesisResult run(SoundSink sink);

    /// Nobody wants the sound any more: it gives back everything it holds. From any thread, before,
    /// while and after it runs; never blocks.
    void cancel();
}
