package dev.supie.bootstrap.server;

import dev.supie.adapter.out.service.CallTiming;
import dev.supie.adapter.out.service.Secret;
import dev.supie.adapter.out.speech.voice.EspeakSynthesizer;
import dev.supie.adapter.out.speech.voice.FreeTtsSynthesizer;
import dev.supie.adapter.out.speech.voice.LocalVoice;
import dev.supie.adapter.out.speech.voice.OpenAiSynthesizer;
import dev.supie.adapter.out.speech.voice.Programs;
import dev.supie.adapter.out.speech.voice.RemoteVoiceSettings;
import dev.supie.application.runtime.Alarms;
import dev.supie.application.speaking.port.Synthesizer;
import dev.supie.bootstrap.config.SynthesizerConfig;

import java.time.InstantSource;
import java.util.Optional;

/// Makes the synthesizers that the configuration describes.
record SynthesizerWiring(Opened opened, Alarms alarms, InstantSource time) {

    /// What services usually call their first voice.
    private static final String VOICE_USUAL = "alloy";

    Synthesizer synthesizer(SynthesizerConfig config) {
        return switch (config.type()) {
            case ESPEAK -> espeak(config);
            case FREETTS ->
                    opened.add(
                            new FreeTtsSynthesizer(local(config), CallTiming.real(time)),
                            FreeTtsSynthesizer::close);
            case OPENAI ->
                    opened.add(
                            service(config, config.service().orElseThrow()),
                            OpenAiSynthesizer::close);
        };
    }

    /// Programs are looked for once, at the start.
    private Synthesizer espeak(SynthesizerConfig config) {
        String searchPath = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return new EspeakSynthesizer(
                local(config),
                Programs.find(EspeakSynthesizer.PROGRAM, searchPath),
                Programs.find("nice", searchPath),
                processesMax(),
                alarms,
                time);
    }

    /// So few that processors are left for packets that are due, and one that hangs is not alone.
    private static int processesMax() {
        return Math.max(2, Runtime.getRuntime().availableProcessors() / 2);
    }

    private static LocalVoice local(SynthesizerConfig config) {
        return new LocalVoice(
                config.alias(), config.voice().orElse(""), config.speed(), config.timeout());
    }

    private OpenAiSynthesizer service(SynthesizerConfig config, SynthesizerConfig.Service service) {
        return new OpenAiSynthesizer(
                new RemoteVoiceSettings(
                        config.alias(),
                        service.baseUrl(),
                        service.apiKey().map(key -> Secret.of(key.reveal())).orElse(Secret.NONE),
                        service.model(),
                        config.voice().orElse(VOICE_USUAL),
                        config.speed(),
                        config.timeout()),
                SpeakingWiring.SENTENCES_MAX,
                alarms,
                CallTiming.real(time));
    }
}
