package dev.supie.adapter.out.speech.remote;

import dev.supie.application.speech.port.PcmFrame;
import dev.supie.application.speech.port.RecognitionStream;

/// A stream that failed when it was opened.
final class DeafStream implements RecognitionStream {

    @Override
    public void push(PcmFrame frame) {
        // It has ended.
    }

    @Override
    public void finish() {
        // It has ended.
    }

    @Override
    public void cancel() {
        // It has ended.
    }
}
