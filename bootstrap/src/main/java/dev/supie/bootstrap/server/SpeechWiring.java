package dev.supie.bootstrap.server;

import dev.supie.adapter.in.http.HealthProbe;
import dev.supie.adapter.out.service.Secret;
import dev.supie.adapter.out.speech.EmbeddedSpeech;
import dev.supie.adapter.out.speech.model.ModelFolder;
import dev.supie.adapter.out.speech.remote.RemoteRecognizers;
import dev.supie.adapter.out.speech.remote.RemoteSettings;
import dev.supie.application.runtime.Alarms;
import dev.supie.application.speech.Ears;
import dev.supie.application.speech.SpeechFeature;
import dev.supie.application.speech.SpeechSettings;
import dev.supie.application.speech.SpeechTally;
import dev.supie.application.speech.port.Recognizer;
import dev.supie.bootstrap.cli.ProgramName;
import dev.supie.bootstrap.config.RemoteRecognizerConfig;
import dev.supie.bootstrap.config.SpeechConfig;
import dev.supie.bootstrap.reload.LiveConfig;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Puts together what badges are heard with.
record SpeechWiring(
        SpeechConfig config,
        EmbeddedSpeech embedded,
        RemoteRecognizers remote,
        AudioThreads audio,
        SpeechTally tally) {

    /// Models are not loaded and services not asked before [#begin].
    static SpeechWiring open(
            SpeechConfig config, Opened opened, Alarms alarms, InstantSource time) {
        EmbeddedSpeech embedded =
                opened.add(
                        new EmbeddedSpeech(
                                new ModelFolder(config.models(), ProgramName.current()),
                                config.workers(),
                                alarms,
                                time),
                        EmbeddedSpeech::close);
        AudioThreads audio =
                opened.add(new AudioThreads("audio", config.workers()), AudioThreads::close);
        RemoteRecognizers remote =
                opened.add(remote(config, alarms, time), RemoteRecognizers::close);
        return new SpeechWiring(config, embedded, remote, audio, new SpeechTally());
    }

    /// The services that the chain names; the others are never asked.
    private static RemoteRecognizers remote(
            SpeechConfig config, Alarms alarms, InstantSource time) {
        return RemoteRecognizers.open(
                config.remoteInChain().stream().map(SpeechWiring::settings).toList(), alarms, time);
    }

    private static RemoteSettings settings(RemoteRecognizerConfig config) {
        return new RemoteSettings(
                config.alias(),
                switch (config.type()) {
                    case OPENAI -> RemoteSettings.Protocol.OPENAI;
                    case FUNASR -> RemoteSettings.Protocol.FUNASR;
                },
                config.baseUrl(),
                config.apiKey().map(key -> Secret.of(key.reveal())).orElse(Secret.NONE),
                config.model(),
                config.language(),
                config.timeout(),
                config.concurrency());
    }

    /// @param live says how badges are listened to; by whom is settled at the start
    Ears ears(LiveConfig live, Alarms alarms, InstantSource time) {
        return SpeechFeature.create(
                new SpeechFeature.Ports(
                        embedded.decoders(),
                        embedded.detectors(),
                        chain(),
                        audio,
                        alarms,
                        time,
                        live.view(now -> settings(now.speech())),
                        tally));
    }

    private SpeechSettings settings(SpeechConfig now) {
        return new SpeechSettings(
                now.preferDeviceVad(), now.manualFallback(), answerWithin(), now.language());
    }

    /// As long as the most patient service is waited for; each gives up by itself after its own
    /// time.
    private Duration answerWithin() {
        return Stream.concat(
                        Stream.of(SpeechSettings.DEFAULTS.answerWithin()),
                        config.remoteInChain().stream().map(RemoteRecognizerConfig::timeout))
                .max(Duration::compareTo)
                .orElseThrow();
    }

    /// The configuration allows no other names than these.
    private List<Recognizer> chain() {
        Map<String, Recognizer> byName = new HashMap<>(remote.byAlias());
        byName.put(embedded.recognizer().name(), embedded.recognizer());
        return config.chain().stream()
                .flatMap(name -> Stream.ofNullable(byName.get(name)))
                .toList();
    }

    /// Who of the chain is on this machine.
    List<Recognizer> local() {
        return config.usesEmbedded() ? List.of(embedded.recognizer()) : List.of();
    }

    /// Whatever takes a while, in the background: models, and a first question to each service.
    void begin() {
        if (config.usesEmbedded()) {
            embedded.load();
        }
        remote.check();
    }

    /// What health says of recognizers; none of them makes the server unready.
    List<HealthProbe> probes() {
        List<HealthProbe> probes = new ArrayList<>();
        probes.add(HealthProbe.ofOptionalPart("speech", this::embeddedState));
        for (String alias : remote.byAlias().keySet()) {
            probes.add(
                    HealthProbe.ofOptionalPart(
                            "speech." + alias, () -> remote.states().getOrDefault(alias, "")));
        }
        return probes;
    }

    private String embeddedState() {
        return config.usesEmbedded()
                ? embedded.state().toString()
                : "not used: embedded is not in asr.chain";
    }
}
