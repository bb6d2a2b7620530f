package dev.supie.bootstrap.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.supie.application.speech.port.LanguageTag;
import dev.supie.domain.connection.DuplicatePolicy;
import dev.supie.domain.connection.Mode;
import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.peer.AccessRules;
import dev.supie.domain.peer.InboxSettings;
import dev.supie.domain.server.StatsToAll;
import dev.supie.domain.task.GroupKey;
import dev.supie.domain.task.voice.VoiceIntent;
import dev.supie.domain.task.voice.VoicePhrases;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Every key of a file, each with a value of its own, reaches its place in the records.
final class EveryKeyTest {

    private static final String ALL_KEYS =
            """
            server:
              ip: 127.0.0.1
              port: 1
              http_port: 2
              websocket: wss://badge.example.com/supie/v1/
              paths: [/a, /b/]
              max_connections: 3
              duplicate_policy: reject
              meeting_api_token: t
              enrolment: approve
              admin_token: a
              timezone_offset: 5.5
              stats_to_all: true
            close_connection_no_voice_time: 60
            idle_warning_seconds: 6
            timeout_warning_seconds: 7
            mode_idle_multiplier: {meeting: 4, working: 5}
            mode_phrases: {working: [w], meeting: [m1, m2], coding: [], chat: [c], join: [j]}
            data: {dir: /d, url: "jdbc:postgresql://h/s", user: u, password: p}
            llm:
              x: {type: openai, base_url: "http://h:1/v1", api_key: k,
                  model: m, temperature: 1, timeout_ms: 2000}
            llm_by_mode: {default: x, meeting: {alias: x}, coding: x, peer: x,
              chat: {alias: x, overrides: {model: n, temperature: 0.5, timeout_ms: 3000}},
              working: {alias: x, overrides: {model: w}}}
            asr:
              models_dir: /m
              workers: 16
              language: zh-CN
              chain: [near, embedded, cloud]
              cloud: {type: openai, base_url: "https://h/v1/", api_key: k, model: m,
                      language: EN, timeout_ms: 3000, concurrency: 4}
              near: {type: funasr, base_url: "ws://h:10095"}
            tts:
              chain: [cloud, espeak]
              head_start_frames: 3
              espeak: {voice: de, speed: 1.5, timeout_ms: 2000}
              cloud: {type: openai, base_url: "https://h/v1/", api_key: k, model: m, voice: nova,
                      speed: 0.5, timeout_ms: 3000}
            working: {disable_tts: false}
            meeting:
              disable_tts: false
              transcript_push_interval_ms: 4000
              checkpoint_interval_min: 11
              min_duration_ms: 12
              resume_window_ms: 13
              workers: 14
              term_map: {"*": {a: b}, "industry:law": {c: d}}
              industry: law
              scenario: review
              prompts: .
              target_lang: zh
              api_rate_limit: 15
              prefer_device_vad: false
              manual_listen_fallback_ms: 700
              retention: 16
              disable_chat_on_snippet: false
              join: {members_max: 17, allowed_devices: ["AA:01"], group: false}
              llm: {max_tokens: 256, checkpoint_max_tokens: 100,
                    summary_transcript_max_chars: 5000}
              webhook: {url: "https://hooks.example.com/a?b=c", secret: s,
                        headers: {Authorization: Bearer x, X-Team: y}, allow_private: true}
            workflow:
              device_alias: {"AA:01": Li, "aa:02": 王}
              groups: {"AA:01": Design, tools: ["aa:02", "aa:03"]}
              phrases: {assign: ["a {n}", a], complete: [d], refresh: [], negations: [not]}
            peer:
              enabled: false
              allow_all: true
              allow_group: true
              allow_broadcast: true
              allowlist: ["AA:01"]
              rules: {"AA:02": ["bb:01", Broadcast], "*": "bb:02"}
              device_roles: {"aa:03": Lead, "aa:04": [lead, Nurse]}
              roles_grants: {Lead: ["*"], nurse: [lead, broadcast]}
              group_rules: {"Design:": [Tools, "*"]}
              max_targets: 18
              queue_max: 19
              queue_full: DROP_OLDEST
              ttl_ms: 20000
              structuring: rules
              task_to_workflow: true
            coding:
              insight_enabled: false
              insight_debounce_ms: 300
              per_message_max_len: 80
              history_max_lines: 21
              insight_max_chars: 122
              insight_max_items: 2
              summary_max_items: 3
              broadcast: true
            conversation: {greeting: true, wake_words: [hallo supie], exit_words: [ciao],
                           forget_words: []}
            device_alias: {"aa:01": Wang, "aa:04": Mo}
            log:
              level: DEBUG
              format: json
              max_message_length: 400
              dir: /var/log/supie
              rotation_mb: 2
              retention_days: 7
            """;

    @TempDir private Path folder = Path.of("");

    @Test
    void keysOfTheServer() {
        assertEquals(
                new ServerConfig(
                        "127.0.0.1",
                        1,
                        2,
                        Optional.of(URI.create("wss://badge.example.com/supie/v1/")),
                        Optional.empty(),
                        List.of("/a/", "/b/"),
                        3,
                        DuplicatePolicy.REJECT,
                        Optional.of(new Secret("t")),
                        ZoneOffset.ofHoursMinutes(5, 30),
                        StatsToAll.ALWAYS),
                config().server());
    }

    @Test
    void keysOfEnrolment() {
        assertEquals(
                new EnrolmentConfig(EnrolmentConfig.Policy.APPROVE, Optional.of(new Secret("a"))),
                config().enrolment());
    }

    @Test
    void addressToAdvertise() {
        SupieConfig config = new ConfigText(folder).config("server: {advertise_ip: 10.0.0.1}");

        assertEquals(Optional.of("10.0.0.1"), config.server().advertiseIp());
    }

    @Test
    void keysOfTasks() {
        assertEquals(
                new WorkflowConfig(
                        Map.of(
                                new DeviceId("aa:01"), "Li",
                                new DeviceId("aa:02"), "王",
                                new DeviceId("aa:04"), "Mo"),
                        Map.of(
                                new DeviceId("aa:01"), new GroupKey("design"),
                                new DeviceId("aa:02"), new GroupKey("tools"),
                                new DeviceId("aa:03"), new GroupKey("tools")),
                        new VoicePhrases(
                                Map.of(
                                        VoiceIntent.ASSIGN, List.of("a {n}", "a"),
                                        VoiceIntent.COMPLETE, List.of("d"),
                                        VoiceIntent.REFRESH, List.of()),
                                List.of("not"))),
                config().workflow());
    }

    @Test
    void keysOfMessages() {
        AccessRules access =
                new AccessRules(
                        true,
                        true,
                        true,
                        Set.of(new DeviceId("aa:01")),
                        Map.of("aa:02", Set.of("bb:01", "broadcast"), "*", Set.of("bb:02")),
                        Map.of(
                                new DeviceId("aa:03"), Set.of("lead"),
                                new DeviceId("aa:04"), Set.of("lead", "nurse")),
                        Map.of("lead", Set.of("*"), "nurse", Set.of("lead", "broadcast")),
                        Map.of("design", Set.of("tools", "*")));

        assertEquals(
                new PeerConfig(
                        false,
                        access,
                        18,
                        19,
                        InboxSettings.WhenFull.DROP_OLDEST,
                        Duration.ofSeconds(20),
                        PeerConfig.Structuring.RULES,
                        true),
                config().peer());
    }

    @Test
    void keysOfBuilds() {
        assertEquals(
                new CodingConfig(false, Duration.ofMillis(300), 80, 21, 122, 2, 3, true),
                config().coding());
    }

    @Test
    void keysOfConversation() {
        assertEquals(
                new ConversationConfig(true, List.of("hallo supie"), List.of("ciao"), List.of()),
                config().conversation());
    }

    @Test
    void keysOfSilenceAndLog() {
        assertEquals(
                new IdleConfig(
                        Duration.ofMinutes(1), Duration.ofSeconds(6), Duration.ofSeconds(7), 4, 5),
                config().idle());
        assertEquals(
                new LogConfig(
                        LogConfig.Level.DEBUG,
                        400,
                        LogConfig.Format.JSON,
                        Optional.of(
                                new LogConfig.Files(
                                        Path.of("/var/log/supie"),
                                        2 * 1024 * 1024,
                                        Duration.ofDays(7)))),
                config().log());
    }

    @Test
    void keysOfSpokenSwitches() {
        assertEquals(
                new PhrasesConfig(
                        Map.of(
                                Mode.WORKING, List.of("w"),
                                Mode.MEETING, List.of("m1", "m2"),
                                Mode.CODING, List.of(),
                                Mode.CHAT, List.of("c")),
                        List.of("j")),
                config().phrases());
    }

    @Test
    void keysOfTheData() {
        assertEquals(
                new DataConfig(
                        Path.of("/d"),
                        Optional.of("jdbc:postgresql://h/s"),
                        Optional.of("u"),
                        Optional.of(new Secret("p"))),
                config().data());
    }

    @Test
    void keysOfSpeech() {
        assertEquals(
                new SpeechConfig(
                        Path.of("/m"),
                        16,
                        List.of("near", "embedded", "cloud"),
                        Optional.of(new LanguageTag("zh")),
                        List.of(
                                new RemoteRecognizerConfig(
                                        "cloud",
                                        RemoteRecognizerConfig.Type.OPENAI,
                                        URI.create("https://h/v1"),
                                        Optional.of(new Secret("k")),
                                        "m",
                                        Optional.of(new LanguageTag("en")),
                                        Duration.ofSeconds(3),
                                        4),
                                new RemoteRecognizerConfig(
                                        "near",
                                        RemoteRecognizerConfig.Type.FUNASR,
                                        URI.create("ws://h:10095"),
                                        Optional.empty(),
                                        "2pass",
                                        Optional.empty(),
                                        Duration.ofSeconds(10),
                                        32)),
                        false,
                        Duration.ofMillis(700)),
                config().speech());
    }

    @Test
    void keysOfSpeaking() {
        var cloud =
                new SynthesizerConfig(
                        "cloud",
                        SynthesizerConfig.Type.OPENAI,
                        Optional.of(
                                new SynthesizerConfig.Service(
                                        URI.create("https://h/v1"),
                                        Optional.of(new Secret("k")),
                                        "m")),
                        Optional.of("nova"),
                        0.5,
                        Duration.ofSeconds(3));
        var espeak =
                new SynthesizerConfig(
                        "espeak",
                        SynthesizerConfig.Type.ESPEAK,
                        Optional.empty(),
                        Optional.of("de"),
                        1.5,
                        Duration.ofSeconds(2));
        SpeakingConfig speaking = config().speaking();

        assertEquals(List.of(cloud, espeak), speaking.inChain());
        assertEquals(3, speaking.headStart());
        assertEquals(
                List.of(false, false),
                List.of(speaking.disabledInMeetings(), speaking.disabledWhileWorking()));
    }

    @Test
    void keysOfALanguageModel() {
        var model =
                new LanguageModelConfig(
                        "x",
                        URI.create("http://h:1/v1"),
                        Optional.of(new Secret("k")),
                        "m",
                        1.0,
                        Duration.ofSeconds(2));

        assertEquals(
                new LanguageModelsConfig(
                        Map.of("x", model),
                        Map.of(
                                ModelPurpose.DEFAULT, ModelChoice.of("x"),
                                ModelPurpose.CHAT,
                                        new ModelChoice(
                                                "x",
                                                Optional.of("n"),
                                                Optional.of(0.5),
                                                Optional.of(Duration.ofSeconds(3))),
                                ModelPurpose.MEETING, ModelChoice.of("x"),
                                ModelPurpose.CODING, ModelChoice.of("x"),
                                ModelPurpose.WORKING,
                                        new ModelChoice(
                                                "x",
                                                Optional.of("w"),
                                                Optional.empty(),
                                                Optional.empty()),
                                ModelPurpose.PEER, ModelChoice.of("x"))),
                config().languageModels());
        var chat = config().languageModels().chatModel().orElseThrow();
        assertEquals("n", chat.model());
        assertEquals(Duration.ofSeconds(3), chat.timeout());
        assertEquals(model.apiKey(), chat.apiKey());
        assertEquals("w", config().languageModels().workingModel().orElseThrow().model());
    }

    @Test
    void keysOfMeetings() {
        assertEquals(
                new MeetingConfig(
                        Duration.ofSeconds(4),
                        Duration.ofMinutes(11),
                        Duration.ofMillis(12),
                        Duration.ofMillis(13),
                        14,
                        Map.of("*", Map.of("a", "b"), "industry:law", Map.of("c", "d")),
                        Optional.of("law"),
                        new MeetingConfig.Prompts(
                                Optional.of("review"), Optional.of(folder.normalize())),
                        Optional.of("zh"),
                        15,
                        16,
                        true,
                        new MeetingConfig.Joining(17, List.of(new DeviceId("aa:01")), false),
                        new MeetingConfig.SummaryLimits(256, 100, 5000)),
                config().meeting());
    }

    @Test
    void keysOfTheWebhook() {
        assertEquals(
                new WebhookConfig(
                        Optional.of(URI.create("https://hooks.example.com/a?b=c")),
                        Optional.of(new Secret("s")),
                        Map.of("Authorization", new Secret("Bearer x"), "X-Team", new Secret("y")),
                        true),
                config().webhook());
    }

    private SupieConfig config() {
        return new ConfigText(folder).config(ALL_KEYS);
    }
}
