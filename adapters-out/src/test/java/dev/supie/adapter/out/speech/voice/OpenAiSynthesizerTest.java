package dev.supie.adapter.out.speech.voice;

import dev.supie.application.contract.SynthesizerContract;
import dev.supie.application.speaking.port.Synthesizer;

import org.junit.jupiter.api.AfterAll;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

class OpenAiSynthesizerTest extends SynthesizerContract {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final SpeechService SERVICE = new SpeechService();

    @AfterAll
    static void close() {
        SERVICE.close();
    }

    @Override
    protected Synthesizer synthesizer() {
        return SERVICE.synthesizer(TIMEOUT);
    }

    @Override
    protected Optional<Synthesizer> unavailable() {
        return Optional.of(SERVICE.synthesizer(URI.create("http://127.0.0.1:1/v1"), TIMEOUT));
    }

    @Override
    protected Optional<String> unknownLanguage() {
        return Optional.empty();
    }
}
