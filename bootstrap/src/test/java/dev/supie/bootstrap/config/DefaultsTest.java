package dev.supie.bootstrap.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.supie.domain.connection.DuplicatePolicy;
import dev.supie.domain.connection.JoinPhrases;
import dev.supie.domain.connection.Mode;
import dev.supie.domain.connection.ModePhrases;
import dev.supie.domain.connection.TalkPhrases;
import dev.supie.domain.peer.AccessRules;
import dev.supie.domain.peer.InboxSettings;
import dev.supie.domain.server.StatsToAll;
import dev.supie.domain.task.voice.VoicePhrases;

import org.junit.jupiter.api.Test;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Every default of the contract, in one place.
final class DefaultsTest {

    @Test
    void nothingGivenMeansTheseDefaults() {
        var expected =
                new SupieConfig(
                        new ServerConfig(
                                "0.0.0.0",
                                8004,
                                8003,
                                Optional.empty(),
                                Optional.empty(),
                                List.of("/supie/v1/", "/xiaozhi/v1/"),
                                10_000,
                                DuplicatePolicy.TAKEOVER,
                                Optional.empty(),
                                ZoneOffset.ofHours(8),
                                StatsToAll.AUTO,
                                Optional.empty()),
                        new AccessConfig(List.of(), List.of(), noAuthentication()),
                        new EnrolmentConfig(EnrolmentConfig.Policy.OPEN, Optional.empty()),
                        new IdleConfig(
                                Duration.ofMinutes(10),
                                Duration.ofSeconds(15),
                                Duration.ofSeconds(10),
                                3,
                                3),
                        new PhrasesConfig(usualPhrases(), JoinPhrases.USUAL),
                        new DataConfig(
                                Path.of("data"),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty()),
                        LanguageModelsConfig.NONE,
                        new SpeechConfig(
                                Path.of("models"),
                                2,
                                List.of("embedded"),
                                Optional.empty(),
                                List.of(),
                                true,
                                Duration.ofSeconds(5)),
                        meeting(),
                        WebhookConfig.NONE,
                        usualSpeaking(),
                        new WorkflowConfig(Map.of(), Map.of(), VoicePhrases.DEFAULTS),
                        peer(),
                        new CodingConfig(
                                true, Duration.ofMillis(1200), 512, 200, 1600, 5, 6, false),
                        new ConversationConfig(
                                false,
                                List.of(),
                                TalkPhrases.USUAL_EXIT_WORDS,
                                TalkPhrases.USUAL_FORGET_WORDS),
                        usualLog(),
                        new TracingConfig(
                                false, URI.create("http://127.0.0.1:4318/v1/traces"), 100, false),
                        ManagementConfig.NONE);

        var nothing = new ConfigSources(Optional.empty(), Map.of(), List.of());

        assertEquals(expected, ConfigText.loaded(new ConfigReader(2).read(nothing)).config());
    }

    private static LogConfig usualLog() {
        return new LogConfig(
                LogConfig.Level.INFO,
                2000,
                LogConfig.Format.TEXT,
                Optional.of(
                        new LogConfig.Files(
                                Path.of("data", "logs"), 10 * 1024 * 1024, Duration.ofDays(30))));
    }

    private static SpeakingConfig usualSpeaking() {
        return new SpeakingConfig(
                List.of("espeak", "freetts"),
                List.of(
                        onThisMachine("espeak", SynthesizerConfig.Type.ESPEAK),
                        onThisMachine("freetts", SynthesizerConfig.Type.FREETTS)),
                2,
                true,
                true);
    }

    private static SynthesizerConfig onThisMachine(String alias, SynthesizerConfig.Type type) {
        return new SynthesizerConfig(
                alias, type, Optional.empty(), Optional.empty(), 1, Duration.ofSeconds(10));
    }

    private static MeetingConfig meeting() {
        return new MeetingConfig(
                Duration.ofSeconds(5),
                Duration.ofMinutes(10),
                Duration.ofSeconds(5),
                Duration.ofMinutes(30),
                8,
                Map.of(),
                Optional.empty(),
                new MeetingConfig.Prompts(Optional.empty(), Optional.empty()),
                Optional.empty(),
                10,
                100,
                false,
                new MeetingConfig.Joining(8, List.of(), true),
                new MeetingConfig.Showing(false, MeetingConfig.Showing.To.OFF, List.of(), false),
                new MeetingConfig.SummaryLimits(800, 400, 4000));
    }

    private static PeerConfig peer() {
        return new PeerConfig(
                true,
                AccessRules.NONE,
                10,
                100,
                InboxSettings.WhenFull.REFUSE_NEW,
                Duration.ofDays(3),
                PeerConfig.Structuring.AUTO,
                false);
    }

    private static Map<Mode, List<String>> usualPhrases() {
        return Arrays.stream(Mode.values())
                .collect(Collectors.toMap(mode -> mode, ModePhrases::usual));
    }

    private static AuthConfig noAuthentication() {
        return new AuthConfig(
                false,
                List.of(),
                List.of(),
                new AuthConfig.Jwt(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()),
                new AuthConfig.Introspection(Optional.empty(), Optional.empty(), Optional.empty()));
    }

    @Test
    void aModelNeedsOnlyItsUrlAndName() {
        var sources =
                new ConfigSources(
                        Optional.empty(),
                        Map.of(),
                        ConfigText.assignments(
                                "llm.main.base_url=https://api.example.com/v1/",
                                "llm.main.model=qwen"));

        var model =
                new LanguageModelConfig(
                        "main",
                        URI.create("https://api.example.com/v1"),
                        Optional.empty(),
                        "qwen",
                        0.2,
                        Duration.ofMinutes(1));
        var models = ConfigText.loaded(new ConfigReader(2).read(sources)).config().languageModels();
        assertEquals(
                new LanguageModelsConfig(
                        Map.of("main", model),
                        Map.of(ModelPurpose.DEFAULT, ModelChoice.of("main"))),
                models);
        assertEquals(Optional.of(model), models.meetingModel());
        assertEquals(Optional.of(model), models.peerModel());
        assertEquals(Optional.of(model), models.codingModel());
        assertEquals(Optional.of(model), models.chatModel());
        assertEquals(Optional.of(model), models.workingModel());
        assertEquals(Optional.of(model), models.memoryModel());
    }

    @Test
    void aServiceForSpeechNeedsOnlyItsUrlAndNameToBeAskedFirst() {
        var sources =
                new ConfigSources(
                        Optional.empty(),
                        Map.of(),
                        ConfigText.assignments(
                                "asr.cloud.base_url=https://api.example.com/v1/",
                                "asr.cloud.model=whisper-1"));

        var cloud =
                new RemoteRecognizerConfig(
                        "cloud",
                        RemoteRecognizerConfig.Type.OPENAI,
                        URI.create("https://api.example.com/v1"),
                        Optional.empty(),
                        "whisper-1",
                        Optional.empty(),
                        Duration.ofSeconds(10),
                        32);
        var speech = ConfigText.loaded(new ConfigReader(2).read(sources)).config().speech();
        assertEquals(List.of("cloud", "embedded"), speech.chain());
        assertEquals(List.of(cloud), speech.remoteInChain());
    }
}
