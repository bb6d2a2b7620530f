package dev.supie.adapter.out.speech;

/// What has become of loading the speech models; its text is for people.
public sealed interface SpeechState {

    /// Speech that comes now is recognized as soon as loading is done.
    record Loading() implements SpeechState {

        @Override
        public String toString() {
            return "loading";
        }
    }

    record Ready() implements SpeechState {

        @Override
        public String toString() {
            return "ready";
        }
    }

    /// @param reason what is wrong and what to do, in one line for people
    record Unavailable(String reason) implements SpeechState {

        @Override
        public String toString() {
            return "unavailable: " + reason;
        }
    }
}
