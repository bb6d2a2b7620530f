package dev.supie.adapter.out.speech.remote;

import dev.supie.adapter.out.service.CallTiming;
import dev.supie.application.contract.RecognizerContract;
import dev.supie.application.fake.ToySpeech;
import dev.supie.application.speech.port.LanguageTag;
import dev.supie.application.speech.port.PcmFrame;
import dev.supie.application.speech.port.Recognizer;

import org.junit.jupiter.api.AfterAll;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.BooleanSupplier;

class OpenAiRecognizerTest extends RecognizerContract {

    private static final String TEXT = "good-morning-to-all-of-you";
    private static final TranscriptionServer SERVER = new TranscriptionServer().reading();
    private static final CallTiming TIMING = CallTiming.real(InstantSource.system());
    private static final OpenAiRecognizer RECOGNIZER =
            new OpenAiRecognizer(
                    SERVER.settings(Duration.ofSeconds(10), 8, Optional.of(new LanguageTag("en"))),
                    TIMING);

    @AfterAll
    static void close() {
        RECOGNIZER.close();
        SERVER.close();
    }

    @Override
    protected Recognizer recognizer() {
        return RECOGNIZER;
    }

    @Override
    protected Recognizer unavailable() {
        return new OpenAiRecognizer(
                TranscriptionServer.settings(
                        URI.create("http://127.0.0.1:1/v1"),
                        Duration.ofSeconds(10),
                        8,
                        Optional.empty()),
                TIMING);
    }

    @Override
    protected PcmFrame utterance() {
        return ToySpeech.sound(TEXT, Duration.ofMillis(60));
    }

    @Override
    protected boolean isText(String text) {
        return text.equals(TEXT);
    }

    @Override
    protected Optional<LanguageTag> unknownLanguage() {
        return Optional.of(new LanguageTag("zh"));
    }

    @Override
    protected void until(BooleanSupplier done) {
        Until.until(done);
    }

    @Override
    protected void settle() {
        Until.until(() -> RECOGNIZER.underWay() == 0);
    }
}
