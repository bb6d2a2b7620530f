package dev.supie.adapter.out.speech.remote;

import dev.supie.application.speech.port.Availability;
import dev.supie.application.speech.port.Capabilities;
import dev.supie.application.speech.port.RecognitionListener;
import dev.supie.application.speech.port.RecognitionRequest;
import dev.supie.application.speech.port.RecognitionStream;

/// A recognizer of which it is remembered how its last utterance went.
final class WatchedRecognizer implements RemoteRecognizer {

    private final RemoteRecognizer watched;
    private final LastOutcome outcome;

    WatchedRecognizer(RemoteRecognizer watched) {
        this.watched = watched;
        this.outcome = new LastOutcome(watched.name());
    }

    LastOutcome outcome() {
        return outcome;
    }

    @Override
    public String name() {
        return watched.name();
    }

    @Override
    public String model() {
        return watched.model();
    }

    @Override
    public Capabilities capabilities() {
        return watched.capabilities();
    }

    @Override
    public Availability availability() {
        return watched.availability();
    }

    @Override
    public RecognitionStream open(RecognitionRequest request, RecognitionListener listener) {
        return watched.open(
                request,
                event -> {
                    outcome.note(event);
                    listener.on(event);
                });
    }

    @Override
    public void close() {
        watched.close();
    }
}
