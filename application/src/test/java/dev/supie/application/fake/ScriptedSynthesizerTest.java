package dev.supie.application.fake;

import dev.supie.application.contract.SynthesizerContract;
import dev.supie.application.speaking.port.Synthesizer;

import java.util.Optional;

final class ScriptedSynthesizerTest extends SynthesizerContract {

    @Override
    protected Synthesizer synthesizer() {
        return new ScriptedSynthesizer("toy");
    }

    @Override
    protected Optional<Synthesizer> unavailable() {
        return Optional.of(new ScriptedSynthesizer("toy").missing("left at home"));
    }

    @Override
    protected Optional<String> unknownLanguage() {
        return Optional.of("zh");
    }
}
