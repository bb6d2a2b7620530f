package dev.supie.adapter.out.speech.remote;

import dev.supie.adapter.out.service.LastState;
import dev.supie.application.speech.port.RecognitionEvent;

import java.util.Optional;

/// Remembers how the last utterance went at a service, and logs when that changes. Safe for use by
/// many threads.
final class LastOutcome {

    private static final System.Logger LOG = System.getLogger(LastOutcome.class.getName());

    private final String alias;
    private final LastState state = new LastState();

    LastOutcome(String alias) {
        this.alias = alias;
    }

    /// A few words for people.
    String state() {
        return state.words();
    }

    void note(RecognitionEvent event) {
        switch (event) {
            case RecognitionEvent.Partial _ -> {}
            case RecognitionEvent.Final _ -> become(LastState.READY, Optional.empty());
            case RecognitionEvent.Failed failed -> noteFailure(failed);
        }
    }

    private void noteFailure(RecognitionEvent.Failed failed) {
        switch (failed.code()) {
            // Neither says that anything is wrong with it.
            case UNSUPPORTED_LANGUAGE, BUSY -> {}
            case TIMEOUT, UNAVAILABLE, BROKEN ->
                    become("failing: " + failed.message(), Optional.of(failed.message()));
        }
    }

    private void become(String next, Optional<String> trouble) {
        if (!state.becomes(next)) {
            return;
        }
        if (trouble.isPresent()) {
            LOG.log(System.Logger.Level.WARNING, "recognizer {0} fails: {1}", alias, trouble.get());
        } else {
            LOG.log(System.Logger.Level.INFO, "recognizer {0} answers", alias);
        }
    }
}
