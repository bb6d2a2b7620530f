package dev.supie.adapter.out.speech.voice;

import dev.supie.adapter.out.service.CallTiming;
import dev.supie.application.contract.SynthesizerContract;
import dev.supie.application.speaking.port.Synthesizer;

import org.junit.jupiter.api.AfterAll;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

class FreeTtsSynthesizerTest extends SynthesizerContract {

    private static final FreeTtsSynthesizer SYNTHESIZER =
            new FreeTtsSynthesizer(
                    new LocalVoice("freetts", "", 1, Duration.ofSeconds(20)),
                    CallTiming.real(InstantSource.system()));

    @AfterAll
    static void close() {
        SYNTHESIZER.close();
    }

    @Override
    protected Synthesizer synthesizer() {
        return SYNTHESIZER;
    }

    @Override
    protected Optional<Synthesizer> unavailable() {
        return Optional.empty();
    }

    @Override
    protected Optional<String> unknownLanguage() {
        return Optional.of("zh");
    }
}
