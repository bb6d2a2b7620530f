package dev.supie.adapter.out.speech.remote;

import dev.supie.application.speech.port.RecognitionEvent;

import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/// Remembers how the last utterance went at a service, and logs when that changes. Safe for use by
/// many threads.
final class LastOutcome {

    static final String NOT_KNOWN = "not asked yet";
    static final String READY = "ready";

    private static final System.Logger LOG = System.getLogger(LastOutcome.class.getName());

    private final String alias;
    private final ReentrantLock changing = new ReentrantLock();
    private volatile String state = NOT_KNOWN;

    LastOutcome(String alias) {
        this.alias = alias;
    }

    /// A few words for people.
    String state() {
        return state;
    }

    void note(RecognitionEvent event) {
        switch (event) {
            case RecognitionEvent.Partial _ -> {}
            case RecognitionEvent.Final _ -> become(READY, Optional.empty());
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
        if (!isChange(next)) {
            return;
        }
        if (trouble.isPresent()) {
            LOG.log(System.Logger.Level.WARNING, "recognizer {0} fails: {1}", alias, trouble.get());
        } else {
            LOG.log(System.Logger.Level.INFO, "recognizer {0} answers", alias);
        }
    }

    /// True for one of many that say the same at once.
    private boolean isChange(String next) {
        changing.lock();
        try {
            boolean change = !state.equals(next);
            state = next;
            return change;
        } finally {
            changing.unlock();
        }
    }
}
