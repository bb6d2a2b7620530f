package dev.supie.application.speech.port;

import java.time.Duration;

/// One utterance on its way to a recognizer: any number of [#push], then [#finish] or [#cancel].
///
/// Not safe for use by many threads at once; calls may come from one thread after another. No call
/// blocks or throws, whatever state the stream is in.
public interface RecognitionStream {

    /// Every stream takes this much sound; a recognizer whose model takes less cuts it into pieces
    /// by itself. What is pushed beyond is not heard.
    Duration AUDIO_MAX = Duration.ofSeconds(60);

    /// More of the utterance, in the order in which it was spoken. Not heard after the end.
    void push(PcmFrame frame);

    /// The utterance is over (LIS-4): the one terminal event comes as soon as possible. Repeating
    /// it is harmless.
    void finish();

    /// Nobody wants the result any more: gives back everything it holds. At most an event that is
    /// already under way still comes. Harmless after the end and when repeated.
    void cancel();
}
