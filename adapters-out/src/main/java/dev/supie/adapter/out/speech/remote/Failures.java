package dev.supie.adapter.out.speech.remote;

import dev.supie.adapter.out.service.CallFailure;
import dev.supie.application.speech.port.LanguageTag;
import dev.supie.application.speech.port.RecognitionEvent.Code;
import dev.supie.application.speech.port.RecognitionEvent.Failed;
import dev.supie.application.speech.port.RecognitionRequest;

import java.util.Optional;

/// Failures of services in the words of recognition. Pure.
final class Failures {

    private Failures() {}

    static Failed of(CallFailure failure) {
        Code code =
                switch (failure.kind()) {
                    case TIMEOUT -> Code.TIMEOUT;
                    case BUSY -> Code.BUSY;
                    case UNAVAILABLE -> Code.UNAVAILABLE;
                    case BROKEN -> Code.BROKEN;
                };
        boolean retryable =
                switch (failure) {
                    case CallFailure.Transient _ -> true;
                    case CallFailure.Permanent _ -> code == Code.BUSY;
                };
        return new Failed(code, retryable, failure.reason());
    }

    /// Why it is not asked at all; empty if it can be.
    static Optional<Failed> unknownLanguage(RemoteSettings settings, RecognitionRequest request) {
        Optional<LanguageTag> asked = request.language();
        Optional<LanguageTag> only = settings.language();
        if (asked.isEmpty() || only.isEmpty() || asked.equals(only)) {
            return Optional.empty();
        }
        return Optional.of(
                new Failed(
                        Code.UNSUPPORTED_LANGUAGE,
                        false,
                        settings.alias()
                                + " is configured for "
                                + only.get()
                                + " only, not "
                                + asked.get()));
    }

    static Failed busy(RemoteSettings settings) {
        return new Failed(
                Code.BUSY,
                true,
                "the limit of " + settings.concurrencyMax() + " utterances at a time is reached");
    }
}
