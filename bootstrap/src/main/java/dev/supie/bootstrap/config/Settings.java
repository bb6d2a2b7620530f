package dev.supie.bootstrap.config;

import static dev.supie.bootstrap.config.Numbers.Outside.CLAMPED;
import static dev.supie.bootstrap.config.Numbers.Outside.REFUSED;

import dev.supie.domain.connection.DuplicatePolicy;
import dev.supie.domain.server.StatsToAll;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Every key that acts in this version, with its default. The order is that of `config show`.
final class Settings {

    static final Setting<String> SERVER_IP =
            new Setting<>("server.ip", Addresses.host(), "0.0.0.0");
    static final Setting<Integer> SERVER_PORT =
            new Setting<>("server.port", Numbers.integer(0, 65535, REFUSED), 8004);
    static final Setting<Integer> SERVER_HTTP_PORT =
            new Setting<>("server.http_port", Numbers.integer(0, 65535, REFUSED), 8003);
    static final Setting<Optional<URI>> SERVER_WEBSOCKET =
            optional("server.websocket", Addresses.websocket());
    static final Setting<Optional<String>> SERVER_ADVERTISE_IP =
            optional("server.advertise_ip", Addresses.host());
    static final Setting<List<String>> SERVER_PATHS =
            new Setting<>("server.paths", new PathsKind(), List.of("/supie/v1/", "/xiaozhi/v1/"));
    static final Setting<Integer> SERVER_MAX_CONNECTIONS =
            new Setting<>("server.max_connections", Numbers.integer(1, 100_000, REFUSED), 10_000);
    static final Setting<DuplicatePolicy> SERVER_DUPLICATE_POLICY =
            new Setting<>(
                    "server.duplicate_policy",
                    Texts.choice(List.of("takeover", "reject"))
                            .as(
                                    word -> DuplicatePolicy.valueOf(word.toUpperCase(Locale.ROOT)),
                                    policy -> policy.name().toLowerCase(Locale.ROOT)),
                    DuplicatePolicy.TAKEOVER);
    static final Setting<Optional<Secret>> SERVER_MEETING_API_TOKEN =
            optional("server.meeting_api_token", new SecretKind());
    static final Setting<EnrolmentConfig.Policy> SERVER_ENROLMENT =
            new Setting<>(
                    "server.enrolment",
                    Texts.choice(List.of("open", "approve"))
                            .as(
                                    word ->
                                            EnrolmentConfig.Policy.valueOf(
                                                    word.toUpperCase(Locale.ROOT)),
                                    policy -> policy.name().toLowerCase(Locale.ROOT)),
                    EnrolmentConfig.Policy.OPEN);
    static final Setting<Optional<Secret>> SERVER_ADMIN_TOKEN =
            optional("server.admin_token", new SecretKind());
    static final Setting<ZoneOffset> SERVER_TIMEZONE_OFFSET =
            new Setting<>("server.timezone_offset", Numbers.hoursFromUtc(), ZoneOffset.ofHours(8));
    static final Setting<StatsToAll> SERVER_STATS_TO_ALL =
            new Setting<>("server.stats_to_all", StatsToAllKind.kind(), StatsToAll.AUTO);

    static final Setting<Duration> NO_VOICE_LIMIT =
            new Setting<>(
                    "close_connection_no_voice_time",
                    Numbers.seconds(6, 86_400, REFUSED),
                    Duration.ofMinutes(10));
    static final Setting<Duration> IDLE_WARNING =
            new Setting<>(
                    "idle_warning_seconds",
                    Numbers.seconds(5, 30, CLAMPED),
                    Duration.ofSeconds(15));
    static final Setting<Duration> TIMEOUT_WARNING =
            new Setting<>(
                    "timeout_warning_seconds",
                    Numbers.seconds(5, 30, CLAMPED),
                    Duration.ofSeconds(10));
    static final Setting<Integer> MEETING_MULTIPLIER =
            new Setting<>("mode_idle_multiplier.meeting", Numbers.integer(1, 100, REFUSED), 3);
    static final Setting<Integer> WORKING_MULTIPLIER =
            new Setting<>("mode_idle_multiplier.working", Numbers.integer(1, 100, REFUSED), 3);

    static final Setting<Path> DATA_DIR =
            new Setting<>(
                    "data.dir",
                    Texts.any("use the path of a folder").as(Path::of, Path::toString),
                    Path.of("data"));
    static final Setting<Optional<String>> DATA_URL = optional("data.url", Addresses.postgresUrl());
    static final Setting<Optional<String>> DATA_USER =
            optional("data.user", Texts.any("use the name of a database user"));
    static final Setting<Optional<Secret>> DATA_PASSWORD =
            optional("data.password", new SecretKind());

    private Settings() {}

    /// All keys with a fixed name.
    static List<Setting<?>> fixed() {
        return Stream.of(
                        server(),
                        TlsSettings.all(),
                        AccessSettings.all(),
                        PhraseSettings.all(),
                        others(),
                        WebhookSettings.all(),
                        VoiceSettings.all(),
                        SpeakingSettings.all(),
                        WorkflowSettings.all(),
                        PeerSettings.all(),
                        CodingKeys.all(),
                        ConversationKeys.all(),
                        LogSettings.all(),
                        TracingSettings.all(),
                        ManagementSettings.all())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Setting<?>> server() {
        return List.of(
                SERVER_IP,
                SERVER_PORT,
                SERVER_HTTP_PORT,
                SERVER_WEBSOCKET,
                SERVER_ADVERTISE_IP,
                SERVER_PATHS,
                SERVER_MAX_CONNECTIONS,
                SERVER_DUPLICATE_POLICY,
                SERVER_MEETING_API_TOKEN,
                SERVER_ENROLMENT,
                SERVER_ADMIN_TOKEN,
                SERVER_TIMEZONE_OFFSET,
                SERVER_STATS_TO_ALL);
    }

    private static List<Setting<?>> others() {
        return List.of(
                NO_VOICE_LIMIT,
                IDLE_WARNING,
                TIMEOUT_WARNING,
                MEETING_MULTIPLIER,
                WORKING_MULTIPLIER,
                DATA_DIR,
                DATA_URL,
                DATA_USER,
                DATA_PASSWORD,
                ModelPurpose.DEFAULT.setting(),
                ModelPurpose.CHAT.setting(),
                ModelPurpose.MEETING.setting(),
                ModelPurpose.CODING.setting(),
                ModelPurpose.WORKING.setting(),
                ModelPurpose.PEER.setting(),
                ModelPurpose.MEMORY.setting(),
                SpeechSettings.MODELS_DIR,
                SpeechSettings.workers(1),
                SpeechSettings.CHAIN,
                SpeechSettings.LANGUAGE,
                SpeechSettings.PREFER_DEVICE_VAD,
                SpeechSettings.MANUAL_FALLBACK,
                MeetingSettings.TRANSCRIPT_PUSH_INTERVAL,
                MeetingSettings.CHECKPOINT_INTERVAL,
                MeetingSettings.MINIMUM_DURATION,
                MeetingSettings.RESUME_WINDOW,
                MeetingSettings.workers(1),
                MeetingSettings.TERM_MAP,
                MeetingSettings.INDUSTRY,
                MeetingSettings.SCENARIO,
                MeetingSettings.PROMPTS,
                MeetingSettings.TARGET_LANGUAGE,
                MeetingSettings.API_RATE_LIMIT,
                MeetingSettings.RETENTION,
                MeetingSettings.SILENT,
                MeetingSettings.MEMBERS_MAX,
                MeetingSettings.JOINING_DEVICES,
                MeetingSettings.GROUP_JOINS,
                MeetingSettings.SHOWN,
                MeetingSettings.SHOWN_TO,
                MeetingSettings.SHOWN_DEVICES,
                MeetingSettings.SHOWN_TO_ORIGIN,
                MeetingSettings.SUMMARY_TOKENS,
                MeetingSettings.CHECKPOINT_TOKENS,
                MeetingSettings.TRANSCRIPT_CHARACTERS);
    }

    static <T> Setting<Optional<T>> optional(String key, Kind<T> kind) {
        return new Setting<>(key, kind.optional(), Optional.empty());
    }

    /// The keys of one language model (`llm.<alias>`).
    record Model(
            String alias,
            Setting<String> type,
            Setting<Optional<URI>> baseUrl,
            Setting<Optional<Secret>> apiKey,
            Setting<Optional<String>> name,
            Setting<Double> temperature,
            Setting<Duration> timeout) {

        static Model of(String alias) {
            String section = "llm." + alias + ".";
            return new Model(
                    alias,
                    new Setting<>(section + "type", Texts.choice(List.of("openai")), "openai"),
                    optional(section + "base_url", Addresses.baseUrl()),
                    optional(section + "api_key", new SecretKind()),
                    optional(section + "model", Texts.any("use the name the service knows")),
                    new Setting<>(section + "temperature", Numbers.decimal(0, 2), 0.2),
                    new Setting<>(
                            section + "timeout_ms",
                            Numbers.millis(1000, 600_000, REFUSED),
                            Duration.ofMinutes(1)));
        }

        List<Setting<?>> all() {
            return List.of(type, baseUrl, apiKey, name, temperature, timeout);
        }
    }
}
