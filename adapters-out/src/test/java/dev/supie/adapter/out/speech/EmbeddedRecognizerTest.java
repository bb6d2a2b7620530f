package dev.supie.adapter.out.speech;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.adapter.out.speech.model.ModelFolder;
import dev.supie.application.contract.RecognizerContract;
import dev.supie.application.runtime.SystemAlarms;
import dev.supie.application.speech.port.LanguageTag;
import dev.supie.application.speech.port.PcmFrame;
import dev.supie.application.speech.port.Recognizer;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

class EmbeddedRecognizerTest extends RecognizerContract {

    private static final Duration WAIT_MAX = Duration.ofSeconds(60);
    private static final Recording SPOKEN = Voices.own("austen-0930.wav");

    @Override
    protected Recognizer recognizer() {
        return TestSpeech.speech().recognizer();
    }

    @Override
    protected Recognizer unavailable() {
        InstantSource time = InstantSource.system();
        ModelFolder nowhere = new ModelFolder(Path.of("target", "no-models"));
        return new EmbeddedSpeech(nowhere, 1, new SystemAlarms(time), time).recognizer();
    }

    @Override
    protected PcmFrame utterance() {
        return SPOKEN.sound();
    }

    @Override
    protected boolean isText(String text) {
        return WordErrors.words(text).equals(WordErrors.words(SPOKEN.text()));
    }

    @Override
    protected Optional<LanguageTag> unknownLanguage() {
        return Optional.of(new LanguageTag("zh"));
    }

    @Override
    protected void until(BooleanSupplier done) {
        long end = System.nanoTime() + WAIT_MAX.toNanos();
        while (!done.getAsBoolean() && System.nanoTime() < end) {
            LockSupport.parkNanos(1_000_000);
        }
        assertTrue(done.getAsBoolean(), "in time");
    }

    /// Everything it still has to do is in the pool.
    @Override
    protected void settle() {
        until(
                () -> {
                    SpeechNumbers numbers = TestSpeech.speech().numbers();
                    return numbers.busy() == 0 && numbers.waiting() == 0;
                });
    }
}
