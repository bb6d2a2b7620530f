package dev.supie.bootstrap.summary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.supie.bootstrap.config.ConfigReader;
import dev.supie.bootstrap.config.ConfigResult;
import dev.supie.bootstrap.config.ConfigSources;
import dev.supie.bootstrap.config.MeetingConfig;
import dev.supie.domain.meeting.Language;
import dev.supie.domain.meeting.MeetingSettings;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What is configured of meetings (MTG-3 to MTG-11) reaches their rules.
final class MeetingRulesTest {

    private static final Duration DRAFT = Duration.ofSeconds(61);

    @TempDir private Path folder = Path.of("");

    private MeetingConfig config(String yaml) throws IOException {
        Path file = Files.writeString(folder.resolve("supie.yaml"), yaml);
        var sources = new ConfigSources(Optional.of(file), Map.of(), List.of());
        return assertInstanceOf(ConfigResult.Loaded.class, new ConfigReader(2).read(sources))
                .config()
                .meeting();
    }

    @Test
    void defaultsAreThoseOfTheDomain() throws IOException {
        MeetingSettings usual = MeetingSettings.DEFAULTS;
        MeetingSettings settings = MeetingRules.of(config("meeting: {}"), DRAFT);

        assertEquals(usual.pushInterval(), settings.pushInterval());
        assertEquals(usual.checkpointInterval(), settings.checkpointInterval());
        assertEquals(usual.durationMin(), settings.durationMin());
        assertEquals(usual.resumeWindow(), settings.resumeWindow());
        assertEquals(usual.windowCharsMax(), settings.windowCharsMax());
        assertEquals(usual.notesTokensMax(), settings.notesTokensMax());
        assertEquals(usual.minutesTokensMax(), settings.minutesTokensMax());
        assertEquals(DRAFT, settings.draftTimeLimit());
        assertEquals(Optional.empty(), MeetingRules.targetLanguage(config("meeting: {}")));
    }

    @Test
    void everyKeyReachesItsPlace() throws IOException {
        MeetingConfig config =
                config(
                        """
                        meeting:
                          transcript_push_interval_ms: 4000
                          checkpoint_interval_min: 11
                          min_duration_ms: 12000
                          resume_window_ms: 13000
                          target_lang: zh
                          industry: tech
                          term_map: {"*": {"kuber netes": Kubernetes}, "industry:tech": {pod: Pod}}
                          llm:
                            max_tokens: 900
                            checkpoint_max_tokens: 300
                            summary_transcript_max_chars: 5000
                        """);
        MeetingSettings settings = MeetingRules.of(config, DRAFT);

        assertEquals(Duration.ofSeconds(4), settings.pushInterval());
        assertEquals(Duration.ofMinutes(11), settings.checkpointInterval());
        assertEquals(Duration.ofSeconds(12), settings.durationMin());
        assertEquals(Duration.ofSeconds(13), settings.resumeWindow());
        assertEquals(5000, settings.windowCharsMax());
        assertEquals(300, settings.notesTokensMax());
        assertEquals(900, settings.minutesTokensMax());
        assertEquals("a Pod of Kubernetes", settings.termMap().apply("a pod of kuber netes"));
        assertEquals(Optional.of(Language.ZH), MeetingRules.targetLanguage(config));
    }
}
