package dev.supie.bootstrap.server;

import dev.supie.adapter.in.http.HealthProbe;
import dev.supie.adapter.out.speech.voice.OpusPacketEncoders;
import dev.supie.adapter.out.speech.voice.WatchedSynthesizer;
import dev.supie.application.connection.port.BadgeLink;
import dev.supie.application.runtime.Alarms;
import dev.supie.application.runtime.SystemAlarms;
import dev.supie.application.runtime.Workers;
import dev.supie.application.speaking.Mouths;
import dev.supie.application.speaking.SpeakingFeature;
import dev.supie.application.speaking.SpeakingSettings;
import dev.supie.application.speaking.SpeakingTally;
import dev.supie.application.speaking.port.Synthesizer;
import dev.supie.application.speech.port.Availability;
import dev.supie.bootstrap.config.SpeakingConfig;
import dev.supie.bootstrap.config.SynthesizerConfig;
import dev.supie.domain.connection.Mode;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Puts together what badges are spoken to with.
record SpeakingWiring(
        SpeakingConfig config,
        List<WatchedSynthesizer> chain,
        Workers workers,
        Alarms beat,
        SpeakingTally tally) {

    /// Sentences that are made into sound at a time. Most of it is waiting, for processes and
    /// services, and one that hangs must not silence everybody at once.
    static final int SENTENCES_MAX = 16;

    private static final System.Logger LOG = System.getLogger(SpeakingWiring.class.getName());

    /// The alarms are its own, so that packets are not held up by what others are woken for.
    static SpeakingWiring open(SpeakingConfig config, Opened opened, InstantSource time) {
        SystemAlarms beat = opened.add(new SystemAlarms(time), SystemAlarms::close);
        AudioThreads threads =
                opened.add(new AudioThreads("speaking", SENTENCES_MAX), AudioThreads::close);
        SynthesizerWiring synthesizers = new SynthesizerWiring(opened, beat, time);
        return new SpeakingWiring(
                config,
                config.inChain().stream()
                        .map(synthesizers::synthesizer)
                        .map(WatchedSynthesizer::new)
                        .toList(),
                new Workers(threads, SENTENCES_MAX),
                beat,
                new SpeakingTally());
    }

    Mouths mouths(BadgeLink link, Executor background, InstantSource time) {
        SpeakingSettings settings = new SpeakingSettings(config.headStart(), within(), shownOnly());
        return SpeakingFeature.create(
                new SpeakingFeature.Ports(
                        link,
                        List.copyOf(chain),
                        new OpusPacketEncoders(encodersMax()),
                        workers,
                        background,
                        beat,
                        time,
                        () -> settings,
                        tally));
    }

    /// Who of the chain is on this machine.
    List<Synthesizer> local() {
        Set<String> elsewhere =
                config.inChain().stream()
                        .filter(each -> each.service().isPresent())
                        .map(SynthesizerConfig::alias)
                        .collect(Collectors.toUnmodifiableSet());
        return chain.stream()
                .filter(each -> !elsewhere.contains(each.name()))
                .map(Synthesizer.class::cast)
                .toList();
    }

    private Set<Mode> shownOnly() {
        return Stream.of(Mode.values())
                .filter(mode -> !config.speaksIn(mode))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static int encodersMax() {
        return Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
    }

    /// As long as the most patient one is waited for; each gives up by itself after its own time.
    Duration within() {
        return Stream.concat(
                        Stream.of(SpeakingSettings.DEFAULTS.within()),
                        config.inChain().stream().map(SynthesizerConfig::timeout))
                .max(Duration::compareTo)
                .orElseThrow();
    }

    /// NET-4: says what is missing. Whoever will be asked first gets ready for it, so that the
    /// first answer is not late.
    void begin() {
        chain.stream()
                .filter(each -> each.availability().isReady())
                .findFirst()
                .ifPresent(first -> workers.offer(first::prepare));
        shortfall().ifPresent(what -> LOG.log(System.Logger.Level.WARNING, "{0}", what));
    }

    /// What is lost by what is missing, in one line; empty if nothing is.
    Optional<String> shortfall() {
        List<String> missing = new ArrayList<>();
        for (Synthesizer each : chain) {
            if (each.availability() instanceof Availability.Unavailable(String reason)) {
                missing.add(each.name() + ": " + reason);
            }
        }
        if (missing.size() == chain.size()) {
            String why = chain.isEmpty() ? "tts.chain is empty" : String.join("; ", missing);
            return Optional.of("answers are shown and not spoken: " + why);
        }
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "answers are spoken by "
                                + present()
                                + " alone, and only shown in languages it does not speak;"
                                + " missing: "
                                + String.join("; ", missing));
    }

    private String present() {
        return chain.stream()
                .filter(each -> each.availability().isReady())
                .map(Synthesizer::name)
                .collect(Collectors.joining(", "));
    }

    /// What health says of synthesizers; none of them makes the server unready.
    List<HealthProbe> probes() {
        return chain.stream()
                .map(each -> HealthProbe.ofOptionalPart("speaking." + each.name(), each::state))
                .toList();
    }
}
