package dev.supie.adapter.out.speech.voice;

import dev.supie.application.contract.SynthesizerContract;
import dev.supie.application.runtime.SystemAlarms;
import dev.supie.application.speaking.port.Synthesizer;

import org.junit.jupiter.api.Assumptions;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/// The real program. Nobody needs it to build (NET-4); where it is missing this is skipped, and
/// [EspeakProcessTest] still shows how a process is treated.
class EspeakSynthesizerTest extends SynthesizerContract {

    private static final InstantSource TIME = InstantSource.system();
    private static final SystemAlarms ALARMS = new SystemAlarms(TIME);

    static EspeakSynthesizer espeak(Optional<Path> program) {
        return new EspeakSynthesizer(
                new LocalVoice("espeak", "", 1, Duration.ofSeconds(20)),
                program,
                Optional.empty(),
                8,
                ALARMS,
                TIME);
    }

    static Optional<Path> installed() {
        return Programs.find(
                EspeakSynthesizer.PROGRAM, Optional.ofNullable(System.getenv("PATH")).orElse(""));
    }

    @Override
    protected Synthesizer synthesizer() {
        Assumptions.assumeTrue(installed().isPresent(), "espeak-ng is not installed");
        return espeak(installed());
    }

    @Override
    protected Optional<Synthesizer> unavailable() {
        return Optional.of(espeak(Optional.empty()));
    }

    @Override
    protected Optional<String> unknownLanguage() {
        return Optional.of("xx");
    }
}
