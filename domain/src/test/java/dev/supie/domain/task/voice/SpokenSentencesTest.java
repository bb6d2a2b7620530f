package dev.supie.domain.task.voice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

/// WF-8: `voice/sentences.txt`, which explains itself, sentence by sentence.
final class SpokenSentencesTest {

    /// As the table says. Tasks 1 and 3 belong to whoever speaks.
    private static final List<VoiceChoice.Open> BOARD =
            List.of(
                    new VoiceChoice.Open("Write the weekly report", true),
                    new VoiceChoice.Open("修复登录问题", false),
                    new VoiceChoice.Open("Call the printer company", true),
                    new VoiceChoice.Open("写周报", false),
                    new VoiceChoice.Open("Order coffee", false),
                    new VoiceChoice.Open("整理会议室", false),
                    new VoiceChoice.Open("Fix the door", false),
                    new VoiceChoice.Open("Do not disturb sign", false),
                    new VoiceChoice.Open("更新官网首页", false),
                    new VoiceChoice.Open("Buy 2 chairs", false),
                    new VoiceChoice.Open("Order paper", false),
                    new VoiceChoice.Open("准备第一季度预算", false));

    private static final VoiceGrammar GRAMMAR = new VoiceGrammar(VoicePhrases.DEFAULTS);

    record Line(String expected, String sentence) {
        @Override
        public String toString() {
            return sentence + " -> " + expected;
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lines")
    void everySentenceComesToWhatTheTableSays(Line line) {
        assertEquals(line.expected(), outcome(GRAMMAR.read(line.sentence())));
    }

    @Test
    void theTableIsLargeAndSaysNothingTwice() {
        List<Line> lines = lines();

        assertTrue(lines.size() >= 390, "lines: " + lines.size());
        assertEquals(lines.size(), lines.stream().map(Line::sentence).distinct().count());
    }

    private static String outcome(VoiceReading reading) {
        return switch (reading) {
            case VoiceReading.Command(VoiceIntent intent, VoiceTarget target) ->
                    outcome(intent, target);
            case VoiceReading.Negated _ -> "negated";
            case VoiceReading.Unclear _ -> "unclear";
            case VoiceReading.Talk _ -> "talk";
        };
    }

    private static String outcome(VoiceIntent intent, VoiceTarget target) {
        String word = intent.name().toLowerCase(Locale.ROOT);
        if (target instanceof VoiceTarget.Usual) {
            return word;
        }
        return switch (VoiceChoice.among(BOARD, intent, target)) {
            case VoiceChoice.Chosen(int index) -> word + " " + (index + 1);
            case VoiceChoice.Empty _ -> "empty";
            case VoiceChoice.Beyond(int number) -> "beyond " + number;
            case VoiceChoice.Several(List<Integer> indexes) ->
                    "several "
                            + indexes.stream()
                                    .map(index -> String.valueOf(index + 1))
                                    .collect(Collectors.joining(" "));
            case VoiceChoice.Talk _ -> "talk";
        };
    }

    private static List<Line> lines() {
        try (InputStream table =
                        Objects.requireNonNull(
                                SpokenSentencesTest.class.getResourceAsStream(
                                        "/voice/sentences.txt"));
                BufferedReader reader =
                        new BufferedReader(new InputStreamReader(table, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split(" \\| ", 2))
                    .map(parts -> new Line(parts[0], parts[1]))
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
