package dev.supie.adapter.out.speech.remote;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.supie.application.fake.ScriptedRecognizer;
import dev.supie.application.fake.ToySpeech;
import dev.supie.application.fake.VirtualTime;
import dev.supie.application.speech.port.Availability;
import dev.supie.application.speech.port.Capabilities;
import dev.supie.application.speech.port.RecognitionEvent;
import dev.supie.application.speech.port.RecognitionListener;
import dev.supie.application.speech.port.RecognitionRequest;
import dev.supie.application.speech.port.RecognitionStream;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Whether services answer is tried at the start, and seen with every utterance.
class RemoteRecognizersTest {

    private final VirtualTime time = new VirtualTime(Instant.EPOCH);
    private final ScriptedRecognizer service = new ScriptedRecognizer("cloud", Runnable::run, time);
    private final RemoteRecognizers recognizers =
            new RemoteRecognizers(List.of(new WatchedRecognizer(new Closeable(service))));

    private String state() {
        return recognizers.states().getOrDefault("cloud", "");
    }

    private void speak() {
        Told.of(
                recognizers.byAlias().values().iterator().next(),
                ToySpeech.sound("hello-everybody", Duration.ofMillis(60)));
    }

    @Test
    void beforeTheCheckNothingIsKnown() {
        assertEquals("not asked yet", state());
    }

    @Test
    void theCheckAsksForTheTextOfASecondWithoutWords() {
        recognizers.check();
        assertEquals("ready", state());
        assertEquals(1, service.requests().size());
        assertEquals(0, service.stillOpen());
    }

    @Test
    void aServiceThatCannotBeUsedIsSeenAtTheStart() {
        service.failNextAtTheEnd(RecognitionEvent.Code.UNAVAILABLE);
        recognizers.check();
        assertEquals("failing: failed on purpose", state());
    }

    @Test
    void everyUtteranceShowsHowItIsNow() {
        recognizers.check();
        service.failNext(RecognitionEvent.Code.BROKEN);
        speak();
        assertEquals("failing: failed on purpose", state());
        speak();
        assertEquals("ready", state());
        service.answerNextAfter(Duration.ofMinutes(1));
        speak();
        assertEquals("ready", state(), "nobody knows yet");
        time.advance(Told.ANSWER_WITHIN);
        assertEquals("failing: no answer in time", state());
    }

    @Test
    void oneThatIsBusyOrDoesNotKnowALanguageIsNotFailing() {
        recognizers.check();
        service.failNext(RecognitionEvent.Code.BUSY);
        speak();
        service.failNext(RecognitionEvent.Code.UNSUPPORTED_LANGUAGE);
        speak();
        assertEquals("ready", state());
    }

    private record Closeable(ScriptedRecognizer fake) implements RemoteRecognizer {

        @Override
        public String name() {
            return fake.name();
        }

        @Override
        public String model() {
            return fake.model();
        }

        @Override
        public Capabilities capabilities() {
            return fake.capabilities();
        }

        @Override
        public Availability availability() {
            return fake.availability();
        }

        @Override
        public RecognitionStream open(RecognitionRequest request, RecognitionListener listener) {
            return fake.open(request, listener);
        }

        @Override
        public void close() {
            // It holds nothing.
        }
    }
}
