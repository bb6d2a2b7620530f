package dev.supie.adapter.out.speech.remote;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.supie.application.speech.port.LanguageTag;
import dev.supie.application.speech.port.PcmFrame;
import dev.supie.application.speech.port.RecognitionEvent;
import dev.supie.application.speech.port.RecognitionListener;
import dev.supie.application.speech.port.RecognitionRequest;
import dev.supie.application.speech.port.RecognitionStream;
import dev.supie.application.speech.port.Recognizer;
import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.kernel.SessionId;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a recognizer told of one utterance.
final class Told implements RecognitionListener {

    static final Duration ANSWER_WITHIN = Duration.ofSeconds(10);

    private final List<RecognitionEvent> events = new ArrayList<>();

    @Override
    public void on(RecognitionEvent event) {
        synchronized (events) {
            events.add(event);
        }
    }

    List<RecognitionEvent> events() {
        synchronized (events) {
            return List.copyOf(events);
        }
    }

    List<String> partials() {
        return events().stream()
                .filter(RecognitionEvent.Partial.class::isInstance)
                .map(event -> ((RecognitionEvent.Partial) event).text())
                .toList();
    }

    boolean isEnded() {
        return events().stream().anyMatch(RecognitionEvent.Terminal.class::isInstance);
    }

    RecognitionEvent.Final said() {
        Until.until(this::isEnded);
        return assertInstanceOf(RecognitionEvent.Final.class, events().getLast());
    }

    RecognitionEvent.Failed failed() {
        Until.until(this::isEnded);
        return assertInstanceOf(RecognitionEvent.Failed.class, events().getLast());
    }

    /// One utterance from its beginning to its end.
    static Told of(Recognizer recognizer, PcmFrame sound) {
        Told told = new Told();
        RecognitionStream stream = recognizer.open(request(Optional.empty()), told);
        stream.push(sound);
        stream.finish();
        return told;
    }

    static RecognitionRequest request(Optional<LanguageTag> language) {
        return new RecognitionRequest(
                new SessionId("session-1"), new DeviceId("aa:01"), language, ANSWER_WITHIN);
    }
}
