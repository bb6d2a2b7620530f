package dev.supie.domain.coding.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.domain.kernel.Seeded;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// COD-2: what is left of a line.
final class LogTextTest {

    private static final int CHARS_MAX = 512;
    private static final String ESCAPE = "\u001B";

    /// A raw line and what is kept of it.
    record Row(String raw, String kept) {}

    static Stream<Row> rows() {
        return Stream.of(
                new Row("  plain   text\t here  ", "plain text here"),
                new Row("windows\r", "windows"),
                new Row("10%\r50%\r100% done", "100% done"),
                new Row("10%\r50%\r", "50%"),
                new Row("working…\r" + ESCAPE + "[2Kdone", "done"),
                new Row(ESCAPE + "[1;31mred" + ESCAPE + "[0m and not", "red and not"),
                new Row("\u009B31mred", "red"),
                new Row(ESCAPE + "[38;5;12mblue" + ESCAPE + "[K", "blue"),
                new Row(ESCAPE + "]0;title\u0007text", "text"),
                new Row(
                        ESCAPE
                                + "]8;;http://x"
                                + ESCAPE
                                + "\\link"
                                + ESCAPE
                                + "]8;;"
                                + ESCAPE
                                + "\\",
                        "link"),
                new Row("cut " + ESCAPE + "[", "cut"),
                new Row("cut " + ESCAPE, "cut"),
                new Row("cut " + ESCAPE + "]0;never ends", "cut"),
                new Row(ESCAPE + "(Bset", "set"),
                new Row("null\u0000 bell\u0007 \u202Eleft\u200B", "null bell left"),
                new Row("\uD83D broken \uDE00 half", "broken half"),
                new Row("2026-03-02T07:01:10.118Z [INFO] on", "[INFO] on"),
                new Row("2026-03-02 07:01:10,118 on", "on"),
                new Row("2026/03/02 07:01:10 main.go on", "main.go on"),
                new Row("[07:01:10] on", "on"),
                new Row("07:01:10.118 07:01:11 on", "on"),
                new Row("2026-03-02 without a time", "2026-03-02 without a time"),
                new Row("web-1 | ready", "ready"),
                new Row("web-1 | 07:01:10 ready", "ready"),
                new Row("12 | int x = 3;", "12 | int x = 3;"),
                new Row("12:5 error here", "12:5 error here"),
                new Row("a.c:12:5: error", "a.c:12:5: error"),
                new Row("07:01:10", ""),
                new Row("   ", ""));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void aLineIsKeptAsATerminalWouldShowItWithoutWhatOthersPutInFront(Row row) {
        assertEquals(row.kept(), LogText.normalised(row.raw(), CHARS_MAX));
    }

    @Test
    void aMessageHasItsLinesInOrderAndBlankOnesAreDropped() {
        assertEquals(
                List.of("one", "two", "three"),
                LogText.lines("one\r\n\n  \ntwo\nthree\n", CHARS_MAX));
        assertEquals(List.of(), LogText.lines("", CHARS_MAX));
        assertEquals(List.of(), LogText.lines("\n\n", CHARS_MAX));
    }

    @ParameterizedTest
    @ValueSource(ints = {511, 512, 513, 4095, 4096, 4097, 9000})
    void aLongLineIsCut(int length) {
        String kept = LogText.normalised("x".repeat(length), CHARS_MAX);

        assertEquals(Math.min(length, CHARS_MAX), kept.length());
    }

    @Test
    void aCharacterIsNotCutInTwo() {
        assertEquals("ab", LogText.normalised("ab😀", 3));
        assertEquals("ab😀", LogText.normalised("ab😀", 4));
    }

    @Test
    void ofTooManyLinesTheLastOnesAreTaken() {
        List<String> all =
                IntStream.rangeClosed(1, LogText.LINES_PER_MESSAGE_MAX + 1)
                        .mapToObj(number -> "line " + number)
                        .toList();

        List<String> taken = LogText.lines(String.join("\n", all), CHARS_MAX);

        assertEquals(all.subList(1, all.size()), taken);
    }

    @Test
    void nothingOfATerminalIsLeftWhateverComes() {
        for (long seed = 1; seed <= 2_000; seed++) {
            String raw = new Seeded(seed).text(40).replace("a", ESCAPE).replace("1", "\r");
            String kept = LogText.normalised(raw, CHARS_MAX);

            assertTrue(kept.codePoints().noneMatch(Character::isISOControl), "seed " + seed);
            assertEquals(kept, LogText.normalised(kept, CHARS_MAX), "seed " + seed);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u001B[",
                "\u001B]",
                "\r",
                "\n",
                "a.",
                "eyJ.",
                "token:",
                "token=",
                "password:\"",
                "://",
                "://a@",
                "10:00:00 ",
                "x | ",
                "'",
                "a-b_c ",
                "sk-",
                "--token "
            })
    void hostileTextTakesNoLongerThanOther(String piece) {
        String hostile = piece.repeat(1_000_000 / piece.length());

        assertTimeout(Duration.ofSeconds(10), () -> LogText.lines(hostile, CHARS_MAX));
    }

    @Test
    void aSecretIsMaskedBeforeTheLineIsCut() {
        String line = "x".repeat(500) + " token=abcdefghijklmnopqrstuvwxyz";

        assertEquals(
                "x".repeat(500) + " token=***".substring(0, 10), LogText.normalised(line, 510));
    }
}
