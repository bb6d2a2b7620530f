package dev.supie.application.fake;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.application.contract.RecognizerContract;
import dev.supie.application.speech.port.LanguageTag;
import dev.supie.application.speech.port.PcmFrame;
import dev.supie.application.speech.port.Recognizer;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;

class ScriptedRecognizerTest extends RecognizerContract {

    private static final String TEXT = "good-morning-to-all-of-you";

    private final VirtualTime time = new VirtualTime(Instant.EPOCH);
    private final StepExecutor threads = new StepExecutor();

    @Override
    protected Recognizer recognizer() {
        return new ScriptedRecognizer("scripted", threads, time)
                .withPartials()
                .answerAfter(Duration.ofMillis(300));
    }

    @Override
    protected Recognizer unavailable() {
        return new ScriptedRecognizer("scripted", threads, time).missing("no model");
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
        settle();
        assertTrue(done.getAsBoolean());
    }

    @Override
    protected void settle() {
        time.advance(Duration.ofSeconds(20));
        threads.runAll();
    }
}
