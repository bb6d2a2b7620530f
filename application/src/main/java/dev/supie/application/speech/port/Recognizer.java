package dev.supie.application.speech.port;

/// Turns speech into text: on this machine, or by asking a service.
///
/// Safe for use by many threads; no call blocks. What one stream costs does not depend on others,
/// except that a recognizer with too much to do fails new ones with [RecognitionEvent.Code#BUSY].
public interface Recognizer {

    /// The name it has in the configuration and in every result, such as `embedded`.
    String name();

    /// The model it uses, for people.
    String model();

    Capabilities capabilities();

    /// Whether it can be used right now. A service that merely might not answer is ready.
    Availability availability();

    /// Begins to recognize one utterance. Never throws: whatever is wrong, a language it does not
    /// know included, is a [RecognitionEvent.Failed].
    ///
    /// @param listener told everything, from inside this call on
    RecognitionStream open(RecognitionRequest request, RecognitionListener listener);
}
