package dev.supie.bootstrap.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
                                Optional.empty(),
                                ZoneOffset.ofHours(8)),
                        new IdleConfig(
                                Duration.ofMinutes(10),
                                Duration.ofSeconds(15),
                                Duration.ofSeconds(10),
                                3,
                                3),
                        new DataConfig(
                                Path.of("data"),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty()),
                        new LanguageModelsConfig(Map.of(), Optional.empty(), Optional.empty()),
                        new MeetingConfig(
                                Duration.ofSeconds(5),
                                Duration.ofMinutes(10),
                                Duration.ofSeconds(5),
                                Duration.ofMinutes(30),
                                8,
                                Map.of(),
                                Optional.empty(),
                                Optional.empty(),
                                10,
                                new MeetingConfig.SummaryLimits(800, 400, 4000)),
                        new LogConfig(LogConfig.Level.INFO));

        var nothing = new ConfigSources(Optional.empty(), Map.of(), List.of());

        assertEquals(expected, ConfigText.loaded(new ConfigReader(2).read(nothing)).config());
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
                        Map.of("main", model), Optional.of("main"), Optional.empty()),
                models);
        assertEquals(Optional.of(model), models.meetingModel());
    }

    @Test
    void everyKeyOfTheFileReachesItsRecord(@TempDir Path folder) {
        SupieConfig config =
                new ConfigText(folder)
                        .config(
                                """
                                server:
                                  ip: 127.0.0.1
                                  port: 1
                                  http_port: 2
                                  websocket: wss://badge.example.com/supie/v1/
                                  paths: [/a, /b/]
                                  max_connections: 3
                                  meeting_api_token: t
                                  timezone_offset: 5.5
                                close_connection_no_voice_time: 60
                                idle_warning_seconds: 6
                                timeout_warning_seconds: 7
                                mode_idle_multiplier: {meeting: 4, working: 5}
                                data: {dir: /d, url: "jdbc:postgresql://h/s", user: u, password: p}
                                llm:
                                  x: {type: openai, base_url: "http://h:1/v1", api_key: k,
                                      model: m, temperature: 1, timeout_ms: 2000}
                                llm_by_mode: {default: x, meeting: x}
                                meeting:
                                  transcript_push_interval_ms: 4000
                                  checkpoint_interval_min: 11
                                  min_duration_ms: 12
                                  resume_window_ms: 13
                                  workers: 14
                                  term_map: {"*": {a: b}, "industry:law": {c: d}}
                                  industry: law
                                  target_lang: zh
                                  api_rate_limit: 15
                                  llm: {max_tokens: 256, checkpoint_max_tokens: 100,
                                        summary_transcript_max_chars: 5000}
                                log: {level: DEBUG}
                                """);

        var model =
                new LanguageModelConfig(
                        "x",
                        URI.create("http://h:1/v1"),
                        Optional.of(new Secret("k")),
                        "m",
                        1.0,
                        Duration.ofSeconds(2));
        assertEquals(
                new SupieConfig(
                        new ServerConfig(
                                "127.0.0.1",
                                1,
                                2,
                                Optional.of(URI.create("wss://badge.example.com/supie/v1/")),
                                Optional.empty(),
                                List.of("/a/", "/b/"),
                                3,
                                Optional.of(new Secret("t")),
                                ZoneOffset.ofHoursMinutes(5, 30)),
                        new IdleConfig(
                                Duration.ofMinutes(1),
                                Duration.ofSeconds(6),
                                Duration.ofSeconds(7),
                                4,
                                5),
                        new DataConfig(
                                Path.of("/d"),
                                Optional.of("jdbc:postgresql://h/s"),
                                Optional.of("u"),
                                Optional.of(new Secret("p"))),
                        new LanguageModelsConfig(
                                Map.of("x", model), Optional.of("x"), Optional.of("x")),
                        new MeetingConfig(
                                Duration.ofSeconds(4),
                                Duration.ofMinutes(11),
                                Duration.ofMillis(12),
                                Duration.ofMillis(13),
                                14,
                                Map.of("*", Map.of("a", "b"), "industry:law", Map.of("c", "d")),
                                Optional.of("law"),
                                Optional.of("zh"),
                                15,
                                new MeetingConfig.SummaryLimits(256, 100, 5000)),
                        new LogConfig(LogConfig.Level.DEBUG)),
                config);
    }
}
