package dev.supie.bootstrap.server;

import dev.supie.adapter.out.speech.EmbeddedSpeech;
import dev.supie.application.runtime.Alarms;
import dev.supie.application.speech.Ears;
import dev.supie.application.speech.SpeechFeature;
import dev.supie.application.speech.SpeechSettings;
import dev.supie.application.speech.SpeechTally;
import dev.supie.application.speech.port.Recognizer;
import dev.supie.bootstrap.config.SpeechConfig;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Puts together what badges are heard with.
record SpeechWiring(
        SpeechConfig config, EmbeddedSpeech embedded, AudioThreads audio, SpeechTally tally) {

    Ears ears(Alarms alarms, InstantSource time) {
        SpeechSettings settings =
                new SpeechSettings(
                        config.preferDeviceVad(),
                        config.manualFallback(),
                        SpeechSettings.DEFAULTS.answerWithin(),
                        Optional.empty());
        return SpeechFeature.create(
                new SpeechFeature.Ports(
                        embedded.decoders(),
                        embedded.detectors(),
                        chain(),
                        audio,
                        alarms,
                        time,
                        () -> settings,
                        tally));
    }

    /// The configuration allows no other names than these.
    private List<Recognizer> chain() {
        Map<String, Recognizer> byName = Map.of("embedded", embedded.recognizer());
        return config.chain().stream()
                .flatMap(name -> Stream.ofNullable(byName.get(name)))
                .toList();
    }
}
