package dev.supie.adapter.out.speech;

import dev.supie.application.speech.port.PcmFrame;

import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/// A piece of sound on its way through the pool. Either `recognized` or `failed` is called, once,
/// by a thread of the pool; neither, if the job was withdrawn or is not wanted any more.
///
/// @param owner by whom it can be withdrawn
/// @param wanted false once nobody needs the result; asked often, by threads of the pool
record RecognitionJob(
        Object owner,
        PcmFrame sound,
        BooleanSupplier wanted,
        Consumer<Recognized> recognized,
        Consumer<ModelBrokenException> failed) {

    /// @param text empty if there were no words
    /// @param model the name of the one that did it
    record Recognized(String text, String model) {}
}
