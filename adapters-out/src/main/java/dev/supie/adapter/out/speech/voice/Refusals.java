package dev.supie.adapter.out.speech.voice;

import dev.supie.application.speaking.port.SoundSink;
import dev.supie.application.speaking.port.Synthesis;
import dev.supie.application.speaking.port.SynthesisResult;
import dev.supie.application.speaking.port.SynthesisResult.Code;
import dev.supie.application.speaking.port.SynthesisResult.Failed;
import dev.supie.application.speech.port.Availability;
import dev.supie.application.speech.port.LanguageTag;

/// Sentences that a synthesizer does not even begin.
final class Refusals {

    private Refusals() {}

    static Synthesis language(String name, LanguageTag language) {
        return of(new Failed(Code.UNSUPPORTED_LANGUAGE, name + " does not speak " + language));
    }

    static Synthesis unavailable(Availability why) {
        return switch (why) {
            case Availability.Unavailable(String reason) ->
                    of(new Failed(Code.UNAVAILABLE, reason));
            case Availability.Ready _ -> throw new IllegalArgumentException("it is ready");
        };
    }

    static Failed outOfTime() {
        return new Failed(Code.TIMEOUT, "the sentence was not said in time");
    }

    private static Synthesis of(Failed failure) {
        return new Synthesis() {
            @Override
            public SynthesisResult run(SoundSink sink) {
                return failure;
            }

            @Override
            public void cancel() {
                // Nothing is held.
            }
        };
    }
}
