package dev.supie.bootstrap.config;

import static dev.supie.bootstrap.config.Numbers.Outside.REFUSED;

import dev.supie.domain.speaking.Recital;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// The keys of the section `tts`, and those of modes that are about speaking.
final class SpeakingSettings {

    static final String ESPEAK = "espeak";
    static final String FREETTS = "freetts";

    /// Those that need no section of their own.
    static final List<String> BUILT_IN = List.of(ESPEAK, FREETTS);

    static final Setting<List<String>> CHAIN =
            new Setting<>(
                    "tts.chain",
                    new ChainKind(
                            "use a list such as [espeak, freetts], of espeak, freetts and the"
                                    + " aliases under tts, or [] for none"),
                    BUILT_IN);
    static final Setting<Integer> HEAD_START =
            new Setting<>(
                    "tts.head_start_frames",
                    Numbers.integer(0, Recital.HEAD_START_MAX, REFUSED),
                    Recital.HEAD_START_USUAL);
    static final Setting<Boolean> DISABLED_IN_MEETINGS =
            new Setting<>("meeting.disable_tts", new FlagKind(), true);
    static final Setting<Boolean> DISABLED_WHILE_WORKING =
            new Setting<>("working.disable_tts", new FlagKind(), true);

    private SpeakingSettings() {}

    static List<Setting<?>> all() {
        return List.of(CHAIN, HEAD_START, DISABLED_IN_MEETINGS, DISABLED_WHILE_WORKING);
    }

    /// First what is of meetings, so that it is shown with the rest of them.
    static SpeakingConfig taken(Values values) {
        boolean disabledInMeetings = values.take(DISABLED_IN_MEETINGS);
        Set<String> aliases = values.aliases(AliasSection.SYNTHESIZERS);
        List<SynthesizerConfig> synthesizers = new ArrayList<>();
        for (String alias : aliases) {
            synthesizer(One.of(alias), values).ifPresent(synthesizers::add);
        }
        for (String name : BUILT_IN) {
            if (!aliases.contains(name)) {
                synthesizers.add(builtIn(One.of(name)));
            }
        }
        return new SpeakingConfig(
                values.take(chain(aliases)),
                synthesizers,
                values.take(HEAD_START),
                disabledInMeetings,
                values.take(DISABLED_WHILE_WORKING));
    }

    /// Somebody who describes just one service wants it asked first.
    private static Setting<List<String>> chain(Set<String> aliases) {
        List<String> services =
                aliases.stream().filter(alias -> !BUILT_IN.contains(alias)).toList();
        if (services.size() != 1) {
            return CHAIN;
        }
        List<String> chain = new ArrayList<>(services);
        chain.addAll(BUILT_IN);
        return new Setting<>(CHAIN.key(), CHAIN.kind(), List.copyOf(chain));
    }

    /// With the defaults of its keys, none of which was given.
    private static SynthesizerConfig builtIn(One settings) {
        return new SynthesizerConfig(
                settings.alias(),
                settings.type().fallback(),
                Optional.empty(),
                settings.voice().fallback(),
                settings.speed().fallback(),
                settings.timeout().fallback());
    }

    /// Empty, with the reasons noted, if a key without default is missing.
    private static Optional<SynthesizerConfig> synthesizer(One settings, Values values) {
        SynthesizerConfig.Type given = values.take(settings.type());
        SynthesizerConfig.Type type =
                BUILT_IN.contains(settings.alias()) ? settings.type().fallback() : given;
        var url = values.take(settings.baseUrl());
        var key = values.take(settings.apiKey());
        var model = values.take(settings.model());
        var voice = values.take(settings.voice());
        double speed = values.take(settings.speed());
        Duration timeout = values.take(settings.timeout());
        Optional<SynthesizerConfig.Service> service =
                type.isService()
                        ? url.flatMap(
                                at ->
                                        model.map(
                                                name ->
                                                        new SynthesizerConfig.Service(
                                                                at, key, name)))
                        : Optional.empty();
        if (type.isService() && service.isEmpty()) {
            missing(settings, values);
            return Optional.empty();
        }
        return Optional.of(
                new SynthesizerConfig(settings.alias(), type, service, voice, speed, timeout));
    }

    private static void missing(One settings, Values values) {
        String section = AliasSection.SYNTHESIZERS.part(settings.alias());
        if (!values.isGiven(settings.baseUrl())) {
            values.missing(
                    section, settings.baseUrl(), "add it, such as https://api.example.com/v1");
        }
        if (!values.isGiven(settings.model())) {
            values.missing(
                    section, settings.model(), "add the model's name as the service knows it");
        }
    }

    /// The keys of one synthesizer (`tts.<alias>`).
    record One(
            String alias,
            Setting<SynthesizerConfig.Type> type,
            Setting<Optional<URI>> baseUrl,
            Setting<Optional<Secret>> apiKey,
            Setting<Optional<String>> model,
            Setting<Optional<String>> voice,
            Setting<Double> speed,
            Setting<Duration> timeout) {

        static One of(String alias) {
            String section = AliasSection.SYNTHESIZERS.part(alias) + ".";
            return new One(
                    alias,
                    new Setting<>(section + "type", kindOfType(), usualType(alias)),
                    Settings.optional(section + "base_url", Addresses.baseUrl()),
                    Settings.optional(section + "api_key", new SecretKind()),
                    Settings.optional(
                            section + "model", Texts.any("use the name the service knows")),
                    Settings.optional(section + "voice", Texts.any("use the name of a voice")),
                    new Setting<>(section + "speed", Numbers.decimal(0.25, 4), 1.0),
                    new Setting<>(
                            section + "timeout_ms",
                            Numbers.millis(500, 60_000, REFUSED),
                            Duration.ofSeconds(10)));
        }

        private static SynthesizerConfig.Type usualType(String alias) {
            return switch (alias) {
                case ESPEAK -> SynthesizerConfig.Type.ESPEAK;
                case FREETTS -> SynthesizerConfig.Type.FREETTS;
                default -> SynthesizerConfig.Type.OPENAI;
            };
        }

        private static Kind<SynthesizerConfig.Type> kindOfType() {
            return Texts.choice(List.of("espeak", "freetts", "openai"))
                    .as(
                            word -> SynthesizerConfig.Type.valueOf(word.toUpperCase(Locale.ROOT)),
                            type -> type.name().toLowerCase(Locale.ROOT));
        }

        List<Setting<?>> all() {
            return List.of(type, baseUrl, apiKey, model, voice, speed, timeout);
        }
    }
}
