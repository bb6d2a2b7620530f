package dev.supie.adapter.out.llm;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// MTG-8, answer parsing: strict, then what lies between braces, then the fallback.
class MinutesJsonTest {

    private static final int CASES_MIN = 60;

    /// Twice what the HTTP adapter lets through.
    private static final int ANSWER_CHARS = 512 * 1024;

    private static final Pattern ENTRY =
            Pattern.compile("^# (.+)\\R((?s:.*?))\\R=> (.+)$", Pattern.MULTILINE);

    record Case(String name, String answer, String expected) {

        boolean cut() {
            return name.startsWith("cut ");
        }

        @Override
        public String toString() {
            return name;
        }
    }

    @ParameterizedTest
    @MethodSource("corpus")
    void readsWhatModelsReallyAnswer(Case example) {
        var written = MinutesJson.read(example.answer(), example.cut());
        assertEquals(example.expected(), shown(written));
    }

    @Test
    void corpusIsNotEmptyByAccident() {
        assertTrue(corpus().size() >= CASES_MIN, () -> "only " + corpus().size());
    }

    @Test
    void lengthOfTheJsonIsToldForTheLog() {
        String json = "{\"title\":\"T\",\"bullets\":[\"a\"]}";
        var written = MinutesJson.read("Here: " + json + " done", false).orElseThrow();
        assertEquals(json.length(), written.jsonLength());
    }

    @Test
    void leavesOutInvisibleCharacters() {
        String answer =
                "\uFEFF{\"title\":\"T\u202E\",\"bullets\":[\"a\u200Bb\u0000c\",\"\u2028\", \"d\\u0007e\"]}";
        assertEquals("T [abc, de] - - - -", shown(MinutesJson.read(answer, false)));
    }

    @Test
    void listsAreLimited() {
        String lines = lines(LineCoercion.LINES_MAX + 10);
        var written = MinutesJson.read("{\"bullets\":[" + lines + "]}", false).orElseThrow();
        assertEquals(
                LineCoercion.LINES_MAX, written.lines(MinutesField.BULLETS).orElseThrow().size());
    }

    @Test
    void linesAreLimited() {
        String line = "x".repeat(LineCoercion.LINE_CHARS_MAX + 10);
        var written = MinutesJson.read("{\"bullets\":[\"" + line + "\"]}", false).orElseThrow();
        String kept = written.lines(MinutesField.BULLETS).orElseThrow().getFirst().text();
        assertEquals(LineCoercion.LINE_CHARS_MAX, kept.length());
    }

    @Test
    void nestingIsLimited() {
        assertAll(
                () -> assertEquals("\"\" [a] - - - -", shown(nested(LenientJson.DEPTH_MAX - 1))),
                () -> assertEquals("nothing", shown(nested(LenientJson.DEPTH_MAX))));
    }

    @Test
    void objectsInAnAnswerAreLimited() {
        String wanted = "{\"title\":\"T\",\"bullets\":[\"a\"]}";
        assertAll(
                () ->
                        assertEquals(
                                "T [a] - - - -",
                                shown(
                                        MinutesJson.read(
                                                "{} ".repeat(JsonSpans.SPANS_MAX - 1) + wanted,
                                                false))),
                () ->
                        assertEquals(
                                "nothing",
                                shown(
                                        MinutesJson.read(
                                                "{} ".repeat(JsonSpans.SPANS_MAX) + wanted,
                                                false))));
    }

    /// A reader that is quadratic in any of these needs far longer than the limit, which is
    /// generous for a busy machine.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "[",
                "\"",
                "{\"",
                "'",
                "\\",
                "{\"a\":",
                "\" ",
                "<think>",
                "</think>",
                "{}",
                "“",
                "{\"bullets\":[\"",
                ",",
                "\",",
                "/*",
                "//",
                "`",
                "\"\n",
                "1",
                "- "
            })
    void timeIsLinear(String piece) {
        String answer = piece.repeat(ANSWER_CHARS / piece.length());
        assertTimeout(
                Duration.ofSeconds(8),
                () -> {
                    MinutesJson.read(answer, false);
                    MinutesJson.read("{\"bullets\":[\"" + answer, true);
                });
    }

    /// Seeded: the name of a failing case is its seed.
    @ParameterizedTest
    @MethodSource("seeds")
    void neverThrowsWhateverIsBroken(int seed) {
        var random = new Random(seed);
        for (Case example : corpus()) {
            var broken = new StringBuilder(example.answer());
            for (int i = 0; i < 4 && !broken.isEmpty(); i++) {
                breakSomewhere(broken, random);
            }
            MinutesJson.read(broken.toString(), random.nextBoolean())
                    .ifPresent(written -> assertTrue(written.lists().size() >= 1));
        }
    }

    private static void breakSomewhere(StringBuilder text, Random random) {
        String pieces = "{}[]\":,\\'“”\n\u0000/*#-0eu<>";
        int at = random.nextInt(text.length());
        switch (random.nextInt(4)) {
            case 0 -> text.deleteCharAt(at);
            case 1 -> text.insert(at, pieces.charAt(random.nextInt(pieces.length())));
            case 2 -> text.setLength(at);
            default -> text.append(text, at, text.length());
        }
    }

    static List<Integer> seeds() {
        return List.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
    }

    static List<Case> corpus() {
        List<Case> cases = new ArrayList<>();
        var entries = ENTRY.matcher(text("/minutes-json/corpus.txt"));
        while (entries.find()) {
            cases.add(new Case(entries.group(1), entries.group(2), entries.group(3)));
        }
        return cases;
    }

    private static String text(String resource) {
        try (var stream = MinutesJsonTest.class.getResourceAsStream(resource)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<WrittenMinutes> nested(int arrays) {
        return MinutesJson.read(
                "{\"bullets\":" + "[".repeat(arrays) + "\"a\"" + "]".repeat(arrays) + "}", false);
    }

    private static String lines(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "\"line " + i + "\"")
                .collect(Collectors.joining(","));
    }

    private static String shown(Optional<WrittenMinutes> written) {
        return written.map(
                        minutes ->
                                (minutes.title().isEmpty() ? "\"\"" : minutes.title())
                                        + " "
                                        + Arrays.stream(MinutesField.values())
                                                .map(field -> shown(minutes, field))
                                                .collect(Collectors.joining(" ")))
                .orElse("nothing");
    }

    private static String shown(WrittenMinutes minutes, MinutesField field) {
        return minutes.lines(field)
                .map(
                        lines ->
                                lines.stream()
                                        .map(MinutesJsonTest::shown)
                                        .collect(Collectors.joining(", ", "[", "]")))
                .orElse("-");
    }

    private static String shown(WrittenMinutes.Line line) {
        boolean placed = line.segment() != WrittenMinutes.Line.NO_SEGMENT;
        return placed ? line.text() + "@" + line.segment() : line.text();
    }
}
