package dev.supie.bootstrap.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// CFG-2: which source wins, and how each names its keys.
final class LayersTest {

    private static final String MODEL = "llm: {big-one: {base_url: 'http://h/v1', model: m}}\n";

    @TempDir private Path folder = Path.of("");
    private ConfigText text = new ConfigText(folder);

    @BeforeEach
    void useFolder() {
        text = new ConfigText(folder);
    }

    @Test
    void variableWinsOverFileAndSettingOverBoth() {
        var variables = Map.of("SUPIE_SERVER_PORT", "2", "SUPIE_SERVER_HTTP_PORT", "2");

        ServerConfig server =
                ConfigText.loaded(
                                text.read(
                                        "server: {port: 1, http_port: 1, max_connections: 1}",
                                        variables,
                                        "server.port=3"))
                        .config()
                        .server();

        assertEquals(3, server.port());
        assertEquals(2, server.httpPort());
        assertEquals(1, server.maxConnections());
    }

    @Test
    void lastOfTwoSettingsWins() {
        ConfigResult result = text.read("", Map.of(), "server.port=1", "server.port=2");

        assertEquals(2, ConfigText.loaded(result).config().server().port());
    }

    @Test
    void emptySettingGoesBackToTheDefault() {
        ConfigResult result = text.read("server: {port: 1}", Map.of(), "server.port=");

        assertEquals(8004, ConfigText.loaded(result).config().server().port());
    }

    @Test
    void emptyVariableCountsAsNotSet() {
        ConfigResult result = text.read("server: {port: 1}", Map.of("SUPIE_SERVER_PORT", ""));

        assertEquals(1, ConfigText.loaded(result).config().server().port());
    }

    @Test
    void wrongValueNamesItsVariableOrOption() {
        ConfigResult result =
                text.read("", Map.of("SUPIE_SERVER_PORT", "x"), "server.http_port=y", "nope=1");

        assertEquals(
                List.of(
                        "--set: nope = 1: is not a key of Supie; the keys at the top are asr, "
                                + "close_connection_no_voice_time, coding, config, conversation, data,"
                                + " device_alias, idle_warning_seconds, llm, llm_by_mode, log, meeting,"
                                + " mode_idle_multiplier, mode_phrases, observe, peer, server,"
                                + " timeout_warning_seconds, tts, workflow, working",
                        "environment variable SUPIE_SERVER_PORT: server.port = x: is not a whole"
                                + " number; use a whole number from 0 to 65535 (default 8004)",
                        "--set: server.http_port = y: is not a whole number; use a whole number"
                                + " from 0 to 65535 (default 8003)"),
                text.problems(result));
    }

    @Test
    void variableSetsKeyOfAnAliasTheFileDefines() {
        ConfigResult result = text.read(MODEL, Map.of("SUPIE_LLM_BIG_ONE_API_KEY", "k"));

        var models = ConfigText.loaded(result).config().languageModels();
        var model = models.meetingModel().orElseThrow();
        assertEquals("big-one", model.alias());
        assertEquals(Optional.of(new Secret("k")), model.apiKey());
    }

    @Test
    void variablesAloneDefineAModel() {
        ConfigResult result =
                text.read(
                        "",
                        Map.of(
                                "SUPIE_LLM_MAIN_BASE_URL", "http://h/v1",
                                "SUPIE_LLM_MAIN_MODEL", "m",
                                "SUPIE_LLM_BY_MODE_MEETING", "main"));

        var models = ConfigText.loaded(result).config().languageModels();
        assertEquals(ModelChoice.of("main"), models.choices().get(ModelPurpose.MEETING));
        assertEquals(List.of("main"), List.copyOf(models.byAlias().keySet()));
    }

    @Test
    void variablesAndSettingsDefineAServiceForSpeech() {
        ConfigResult result =
                text.read(
                        "asr: {chain: [Near-by], Near-by: {type: funasr}}",
                        Map.of(
                                "SUPIE_ASR_NEAR_BY_BASE_URL", "ws://h:10095",
                                "SUPIE_ASR_NEAR_BY_API_KEY", "k",
                                "SUPIE_ASR_WORKERS", "3"),
                        "asr.Near-by.timeout_ms=2000");

        SpeechConfig speech = ConfigText.loaded(result).config().speech();
        RemoteRecognizerConfig near = speech.remoteInChain().getFirst();
        assertEquals("Near-by", near.alias());
        assertEquals(Optional.of(new Secret("k")), near.apiKey());
        assertEquals(Duration.ofSeconds(2), near.timeout());
        assertEquals(3, speech.workers());
    }

    @Test
    void listsAndMapsAreGivenAsYamlOnOneLine() {
        ConfigResult result =
                text.read(
                        "",
                        Map.of("SUPIE_SERVER_PATHS", "[/a/, /b/]"),
                        "meeting.term_map={zh: {a: b}}");

        SupieConfig config = ConfigText.loaded(result).config();
        assertEquals(List.of("/a/", "/b/"), config.server().paths());
        assertEquals(Map.of("zh", Map.of("a", "b")), config.meeting().termMap());
    }

    @Test
    void variableThatFitsNoKeyIsOnlyAWarning() {
        ConfigResult result =
                text.read(
                        "",
                        Map.of(
                                "SUPIE_SERVER_PROT", "1",
                                "SUPIE_PORT_8003_TCP", "tcp://10.0.0.1:8003",
                                "SUPIE_JAVA_OPTS", "-Xmx1g",
                                "SUPIE_HEALTH", "tcp",
                                "SUPIE_HEALTH_PORT", "443",
                                "OTHER_SERVER_PORT", "1"));

        assertEquals(
                List.of(
                        "environment variable SUPIE_PORT_8003_TCP: fits no key of Supie;"
                                + " it has no effect",
                        "environment variable SUPIE_SERVER_PROT: fits no key of Supie;"
                                + " did you mean SUPIE_SERVER_PORT?"),
                text.warnings(result));
    }

    @Test
    void missingFileIsAProblemOfItsOwn() {
        var sources =
                new ConfigSources(Optional.of(folder.resolve("no.yaml")), Map.of(), List.of());

        assertEquals(
                List.of("no.yaml: there is no such file; correct the path"),
                text.problems(new ConfigReader(2).read(sources)));
    }

    @Test
    void moreThanSixteenModelsAreRefused() {
        var yaml = new StringBuilder("llm_by_mode: {default: a0}\nllm:\n");
        for (int i = 0; i <= LanguageModelsConfig.ALIASES_MAX; i++) {
            yaml.append("  a").append(i).append(": {base_url: 'http://h/v1', model: m}\n");
        }

        assertEquals(
                List.of(
                        "supie.yaml:1: llm_by_mode.default = a0: cannot choose among more than 16"
                                + " language models; remove some under llm"),
                text.problems(yaml.toString()));
    }

    @Test
    void moreThanSixteenServicesForSpeechAreRefused() {
        var yaml = new StringBuilder("asr:\n  chain: []\n");
        for (int i = 0; i <= SpeechChecks.ALIASES_MAX; i++) {
            yaml.append("  a").append(i).append(": {base_url: 'http://h/v1', model: m}\n");
        }

        assertEquals(
                List.of(
                        "supie.yaml:2: asr.chain = [...]: cannot choose among more than 16"
                                + " services; remove some under asr"),
                text.problems(yaml.toString()));
    }
}
