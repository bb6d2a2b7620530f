package dev.supie.adapter.out.speech;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.adapter.out.service.Secret;
import dev.supie.adapter.out.speech.remote.FunAsrServer;
import dev.supie.adapter.out.speech.remote.RemoteRecognizers;
import dev.supie.adapter.out.speech.remote.RemoteSettings;
import dev.supie.application.contract.RecognizerContract;
import dev.supie.application.runtime.SystemAlarms;
import dev.supie.application.speech.port.LanguageTag;
import dev.supie.application.speech.port.PcmFrame;
import dev.supie.application.speech.port.Recognizer;

import org.junit.jupiter.api.AfterAll;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// Real words, through a service that understands them with the embedded model.
class FunAsrRecognizerTest extends RecognizerContract {

    private static final Duration WAIT_MAX = Duration.ofSeconds(60);
    private static final InstantSource TIME = InstantSource.system();
    private static final Recording SPOKEN = Voices.own("austen-0930.wav");
    private static final FunAsrServer SERVER =
            new FunAsrServer(TestSpeech.speech().recognizer(), FunAsrServer.Dialect.SPEAKING);
    private static final SystemAlarms ALARMS = new SystemAlarms(TIME);
    private static final RemoteRecognizers RECOGNIZERS = recognizers(SERVER.url());

    private static RemoteRecognizers recognizers(URI url) {
        RemoteSettings settings =
                new RemoteSettings(
                        "near",
                        RemoteSettings.Protocol.FUNASR,
                        url,
                        Secret.NONE,
                        "2pass",
                        Optional.of(new LanguageTag("en")),
                        Duration.ofSeconds(30),
                        8);
        return RemoteRecognizers.open(List.of(settings), ALARMS, TIME);
    }

    private static Recognizer only(RemoteRecognizers recognizers) {
        return Objects.requireNonNull(recognizers.byAlias().get("near"));
    }

    @AfterAll
    static void close() {
        RECOGNIZERS.close();
        SERVER.close();
        ALARMS.close();
    }

    @Override
    protected Recognizer recognizer() {
        return only(RECOGNIZERS);
    }

    @Override
    protected Recognizer unavailable() {
        return only(recognizers(URI.create("ws://127.0.0.1:1")));
    }

    @Override
    protected PcmFrame utterance() {
        return SPOKEN.sound();
    }

    @Override
    protected boolean isText(String text) {
        return letters(text).equals(letters(SPOKEN.text()));
    }

    private static String letters(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
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

    /// Everything the service still has to do is in the pool.
    @Override
    protected void settle() {
        until(
                () -> {
                    SpeechNumbers numbers = TestSpeech.speech().numbers();
                    return numbers.busy() == 0 && numbers.waiting() == 0;
                });
    }
}
