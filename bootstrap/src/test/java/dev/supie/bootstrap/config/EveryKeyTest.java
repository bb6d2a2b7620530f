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

    private static final String ALL_KEYS = ConfigText.resource("every-key.yaml");

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
                        StatsToAll.ALWAYS,
                        Optional.empty()),
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
    void keysOfTheManagementServer() {
        assertEquals(
                new ManagementConfig(
                        Optional.of(URI.create("https://h/c.yaml")), Optional.of(new Secret("s"))),
                config().management());
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
        assertEquals(
                new TracingConfig(
                        true, URI.create("https://collector.example.com/otlp/v1/traces"), 5, true),
                config().tracing());
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
                                ModelPurpose.PEER, ModelChoice.of("x"),
                                ModelPurpose.MEMORY,
                                        new ModelChoice(
                                                "x",
                                                Optional.of("s"),
                                                Optional.empty(),
                                                Optional.empty()))),
                config().languageModels());
        var chat = config().languageModels().chatModel().orElseThrow();
        assertEquals("n", chat.model());
        assertEquals(Duration.ofSeconds(3), chat.timeout());
        assertEquals(model.apiKey(), chat.apiKey());
        assertEquals("w", config().languageModels().workingModel().orElseThrow().model());
        assertEquals("s", config().languageModels().memoryModel().orElseThrow().model());
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
                        new MeetingConfig.Showing(
                                true,
                                MeetingConfig.Showing.To.SESSION,
                                List.of(new DeviceId("aa:02")),
                                true),
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
