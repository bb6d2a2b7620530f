package dev.supie.adapter.out.speech;

/// What has become of loading the speech models.
public sealed interface SpeechState {

    /// Speech that comes now is recognized as soon as loading is done.
    record Loading() implements SpeechState {}

    record Ready() implements SpeechState {}

    /// @param reason what is wrong and what to do, in one line for people
    record Unavailable(String reason) implements SpeechState {}
}
