package dev.supie.application.speaking.port;

import dev.supie.application.speech.port.Availability;

/// Makes sound of text: on this machine, or by asking a service.
///
/// Safe for use by many threads. What one piece of work costs does not depend on others, except
/// that a synthesizer with too much to do fails new ones with [SynthesisResult.Code#BUSY].
public interface Synthesizer {

    /// The name it has in the configuration, such as `espeak`.
    String name();

    /// Whether it can be used right now. A service that merely might not answer is ready.
    Availability availability();

    /// Gets ready for a first sentence that should not be late: loads what takes a while, on the
    /// caller's thread. Harmless when repeated, and nobody has to call it.
    default void prepare() {}

    /// One sentence, which nothing is done for yet. Never throws or blocks: whatever is wrong, a
    /// language it does not know included, is a [SynthesisResult.Failed] of [Synthesis#run].
    Synthesis open(SynthesisRequest request);
}
