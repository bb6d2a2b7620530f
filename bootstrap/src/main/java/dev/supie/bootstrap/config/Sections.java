package dev.supie.bootstrap.config;

import dev.supie.domain.connection.Mode;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// Builds each record of the configuration from its keys.
final class Sections {

    private final Values values;
    private final int processors;

    Sections(Values values, int processors) {
        this.values = values;
        this.processors = processors;
    }

    SupieConfig all() {
        // In the order in which they are shown.
        ServerConfig server = server();
        AccessConfig access = access();
        EnrolmentConfig enrolment = enrolment();
        IdleConfig idle = idle();
        PhrasesConfig phrases = phrases();
        DataConfig data = data();
        return new SupieConfig(
                server,
                access,
                enrolment,
                idle,
                phrases,
                data,
                languageModels(),
                speech(),
                meeting(),
                WebhookSettings.taken(values),
                SpeakingSettings.taken(values),
                WorkflowSettings.taken(values),
                PeerSettings.taken(values),
                CodingKeys.taken(values),
                ConversationKeys.taken(values),
                LogSettings.taken(values, data.directory()),
                TracingSettings.taken(values),
                ManagementSettings.taken(values));
    }

    private ServerConfig server() {
        return new ServerConfig(
                values.take(Settings.SERVER_IP),
                values.take(Settings.SERVER_PORT),
                values.take(Settings.SERVER_HTTP_PORT),
                values.take(Settings.SERVER_WEBSOCKET),
                values.take(Settings.SERVER_ADVERTISE_IP),
                values.take(Settings.SERVER_PATHS),
                values.take(Settings.SERVER_MAX_CONNECTIONS),
                values.take(Settings.SERVER_DUPLICATE_POLICY),
                values.take(Settings.SERVER_MEETING_API_TOKEN),
                values.take(Settings.SERVER_TIMEZONE_OFFSET),
                values.take(Settings.SERVER_STATS_TO_ALL),
                TlsSettings.taken(values));
    }

    private EnrolmentConfig enrolment() {
        return new EnrolmentConfig(
                values.take(Settings.SERVER_ENROLMENT), values.take(Settings.SERVER_ADMIN_TOKEN));
    }

    private AccessConfig access() {
        return new AccessConfig(
                values.take(AccessSettings.ALLOWED_ORIGINS),
                values.take(AccessSettings.TRUSTED_PROXIES),
                new AuthConfig(
                        values.take(AccessSettings.ENABLED),
                        values.take(AccessSettings.TOKENS),
                        values.take(AccessSettings.ALLOWED_DEVICES),
                        jwt(),
                        new AuthConfig.Introspection(
                                values.take(AccessSettings.INTROSPECTION_URL),
                                values.take(AccessSettings.CLIENT_ID),
                                values.take(AccessSettings.CLIENT_SECRET))));
    }

    private AuthConfig.Jwt jwt() {
        return new AuthConfig.Jwt(
                values.take(AccessSettings.JWT_SECRET),
                values.take(AccessSettings.JWT_PUBLIC_KEY),
                values.take(AccessSettings.JWKS_URL),
                values.take(AccessSettings.JWT_ALGORITHMS),
                values.take(AccessSettings.JWT_AUDIENCE),
                values.take(AccessSettings.JWT_ISSUER),
                values.take(AccessSettings.JWT_SUB_PREFIX));
    }

    private IdleConfig idle() {
        return new IdleConfig(
                values.take(Settings.NO_VOICE_LIMIT),
                values.take(Settings.IDLE_WARNING),
                values.take(Settings.TIMEOUT_WARNING),
                values.take(Settings.MEETING_MULTIPLIER),
                values.take(Settings.WORKING_MULTIPLIER));
    }

    private PhrasesConfig phrases() {
        Map<Mode, List<String>> byMode = new EnumMap<>(Mode.class);
        for (Mode mode : Mode.values()) {
            byMode.put(mode, values.take(PhraseSettings.of(mode)));
        }
        return new PhrasesConfig(byMode, values.take(PhraseSettings.JOIN));
    }

    private DataConfig data() {
        return new DataConfig(
                values.take(Settings.DATA_DIR),
                values.take(Settings.DATA_URL),
                values.take(Settings.DATA_USER),
                values.take(Settings.DATA_PASSWORD));
    }

    private LanguageModelsConfig languageModels() {
        Map<String, LanguageModelConfig> byAlias = new LinkedHashMap<>();
        for (String alias : values.aliases(AliasSection.MODELS)) {
            languageModel(Settings.Model.of(alias)).ifPresent(model -> byAlias.put(alias, model));
        }
        Map<ModelPurpose, ModelChoice> choices = new EnumMap<>(ModelPurpose.class);
        for (ModelPurpose purpose : ModelPurpose.values()) {
            values.take(choice(purpose)).ifPresent(choice -> choices.put(purpose, choice));
        }
        return new LanguageModelsConfig(byAlias, choices);
    }

    /// Somebody who describes just one model wants it used.
    private Setting<Optional<ModelChoice>> choice(ModelPurpose purpose) {
        Setting<Optional<ModelChoice>> setting = purpose.setting();
        Set<String> aliases = values.aliases(AliasSection.MODELS);
        return purpose == ModelPurpose.DEFAULT && aliases.size() == 1
                ? new Setting<>(
                        setting.key(),
                        setting.kind(),
                        aliases.stream().findFirst().map(ModelChoice::of))
                : setting;
    }

    /// Empty, with the reasons noted, if a key without default is missing.
    private Optional<LanguageModelConfig> languageModel(Settings.Model settings) {
        values.take(settings.type());
        var url = values.take(settings.baseUrl());
        var key = values.take(settings.apiKey());
        var name = values.take(settings.name());
        double temperature = values.take(settings.temperature());
        var timeout = values.take(settings.timeout());
        String section = "llm." + settings.alias();
        if (!values.isGiven(settings.baseUrl())) {
            values.missing(
                    section, settings.baseUrl(), "add it, such as https://api.example.com/v1");
        }
        if (!values.isGiven(settings.name())) {
            values.missing(
                    section, settings.name(), "add the model's name as the service knows it");
        }
        return url.flatMap(
                baseUrl ->
                        name.map(
                                model ->
                                        new LanguageModelConfig(
                                                settings.alias(),
                                                baseUrl,
                                                key,
                                                model,
                                                temperature,
                                                timeout)));
    }

    private SpeechConfig speech() {
        return new SpeechConfig(
                values.take(SpeechSettings.MODELS_DIR),
                values.take(SpeechSettings.workers(processors)),
                values.take(chain()),
                values.take(SpeechSettings.LANGUAGE),
                remoteRecognizers(),
                values.take(SpeechSettings.PREFER_DEVICE_VAD),
                values.take(SpeechSettings.MANUAL_FALLBACK));
    }

    /// Somebody who describes just one recognizer wants it asked first.
    private Setting<List<String>> chain() {
        Setting<List<String>> setting = SpeechSettings.CHAIN;
        List<String> aliases = List.copyOf(values.aliases(AliasSection.RECOGNIZERS));
        return aliases.size() == 1
                ? new Setting<>(
                        setting.key(),
                        setting.kind(),
                        List.of(aliases.getFirst(), SpeechSettings.EMBEDDED))
                : setting;
    }

    private List<RemoteRecognizerConfig> remoteRecognizers() {
        return values.aliases(AliasSection.RECOGNIZERS).stream()
                .map(alias -> remoteRecognizer(SpeechSettings.Remote.of(alias)))
                .flatMap(Optional::stream)
                .toList();
    }

    /// Empty, with the reasons noted, if a key without default is missing.
    private Optional<RemoteRecognizerConfig> remoteRecognizer(SpeechSettings.Remote settings) {
        RemoteRecognizerConfig.Type type = values.take(settings.type());
        var url = values.take(settings.baseUrl());
        var key = values.take(settings.apiKey());
        var model = values.take(settings.model());
        var language = values.take(settings.language());
        var timeout = values.take(settings.timeout());
        int concurrency = values.take(settings.concurrency());
        String section = AliasSection.RECOGNIZERS.part(settings.alias());
        if (!values.isGiven(settings.baseUrl())) {
            values.missing(section, settings.baseUrl(), "add it, such as " + type.urlExample());
        }
        if (type.needsModel() && !values.isGiven(settings.model())) {
            values.missing(
                    section, settings.model(), "add the model's name as the service knows it");
        }
        return url.map(
                baseUrl ->
                        new RemoteRecognizerConfig(
                                settings.alias(),
                                type,
                                baseUrl,
                                key,
                                model.orElse(type.usualModel()),
                                language,
                                timeout,
                                concurrency));
    }

    private MeetingConfig meeting() {
        return new MeetingConfig(
                values.take(MeetingSettings.TRANSCRIPT_PUSH_INTERVAL),
                values.take(MeetingSettings.CHECKPOINT_INTERVAL),
                values.take(MeetingSettings.MINIMUM_DURATION),
                values.take(MeetingSettings.RESUME_WINDOW),
                values.take(MeetingSettings.workers(processors)),
                values.take(MeetingSettings.TERM_MAP),
                values.take(MeetingSettings.INDUSTRY),
                new MeetingConfig.Prompts(
                        values.take(MeetingSettings.SCENARIO),
                        values.take(MeetingSettings.PROMPTS)),
                Optional.of(values.take(MeetingSettings.TARGET_LANGUAGE))
                        .filter(Predicate.not("auto"::equals)),
                values.take(MeetingSettings.API_RATE_LIMIT),
                values.take(MeetingSettings.RETENTION),
                !values.take(MeetingSettings.SILENT),
                new MeetingConfig.Joining(
                        values.take(MeetingSettings.MEMBERS_MAX),
                        values.take(MeetingSettings.JOINING_DEVICES),
                        values.take(MeetingSettings.GROUP_JOINS)),
                new MeetingConfig.Showing(
                        values.take(MeetingSettings.SHOWN),
                        values.take(MeetingSettings.SHOWN_TO),
                        values.take(MeetingSettings.SHOWN_DEVICES),
                        values.take(MeetingSettings.SHOWN_TO_ORIGIN)),
                new MeetingConfig.SummaryLimits(
                        values.take(MeetingSettings.SUMMARY_TOKENS),
                        values.take(MeetingSettings.CHECKPOINT_TOKENS),
                        values.take(MeetingSettings.TRANSCRIPT_CHARACTERS)));
    }
}
