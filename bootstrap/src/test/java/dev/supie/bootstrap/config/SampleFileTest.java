package dev.supie.bootstrap.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The sample sets nothing but what it says, and is easily turned into more.
final class SampleFileTest {

    private static final String SAMPLE = SampleFile.yaml();

    @TempDir private Path folder = Path.of("");

    @Test
    void theSampleOfTheProjectIsWhatTheCommandWrites() {
        new GeneratedFile(Path.of("../config/supie.sample.yaml")).mustBe(SAMPLE);
    }

    @Test
    void onlyTheGroupMaySendFromTheStart() {
        var text = new ConfigText(folder);
        List<String> set =
                ConfigText.loaded(text.read(SAMPLE)).effectiveValues().values().stream()
                        .filter(value -> !(value.origin() instanceof Origin.Default))
                        .map(value -> value.key() + " = " + value.yaml())
                        .toList();

        assertEquals(List.of("peer.allow_group = true"), set);
        assertEquals(List.of(), text.warnings(text.read(SAMPLE)));
    }

    @Test
    void aLineIsInForceOnceItsMarkIsGone() {
        String changed =
                SAMPLE.replace("\n  #port: 8004\n", "\n  port: 8010\n")
                        .replace("\n    #enabled: false\n", "\n    enabled: false\n");

        SupieConfig config = new ConfigText(folder).config(changed);

        assertEquals(8010, config.server().port());
    }

    @Test
    void aServiceIsDescribedOnceTheMarksOfItsLinesAreGone() {
        String changed =
                SAMPLE.lines()
                        .map(line -> line.startsWith("  #main:") ? "  main:" : line)
                        .map(line -> line.replaceFirst("^ {2}#  (?=[#a-z])", "    "))
                        .collect(Collectors.joining("\n", "", "\n"));
        // Of the other services the same marks are gone now, but not those of their names.
        String models = changed.substring(0, changed.indexOf("\nllm_by_mode:"));

        ConfigResult result = new ConfigText(folder).read(models, Map.of("LLM_API_KEY", "k"));

        LanguageModelConfig model =
                ConfigText.loaded(result).config().languageModels().meetingModel().orElseThrow();
        assertEquals("some-model", model.model());
        assertTrue(models.contains("    # The model's name as the service knows it."), models);
    }
}
