package dev.supie.domain.coding.signal;

import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.domain.coding.Corpus;
import dev.supie.domain.kernel.Seeded;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Lines that are made to be expensive, or to be nothing.
final class HostileLinesTest {

    /// So many times longer than lines ever are that whatever goes back would take minutes.
    private static final int LENGTH = 100_000;

    private static final Duration LIMIT = Duration.ofSeconds(3);

    private static final List<String> BEGINNINGS =
            List.of(
                    "[ERROR] ",
                    "[WARNING] ",
                    "error: ",
                    "error[E",
                    "--> ",
                    "test ",
                    "thread '",
                    "FAILED ",
                    "ERROR ",
                    "____ ",
                    "=== 1 failed, ",
                    "E ",
                    "● ",
                    "Tests: ",
                    "at ",
                    "npm error ",
                    "npm warn ",
                    "> Task :",
                    "> Could not find ",
                    "--- FAIL: ",
                    "panic: ",
                    "FAIL ",
                    "CMake Error at ",
                    "make: *** ",
                    "[ERROR] Tests run: ",
                    "[ERROR] Failed to execute goal ",
                    "a.go:1:1: ",
                    "a.py:1: ",
                    "a.c:1: error: ");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                " ",
                ":",
                "a:1",
                "a.c:1",
                ".c:1 ",
                "(1",
                ":[1",
                "'",
                "`",
                "_ ",
                "=",
                "> ",
                ".",
                " in 1s",
                "1 failed, ",
                "<<<",
                "::",
                "undefined reference to ",
                "No module named ",
                "[",
                "\"",
                "error: ",
                "错误：",
                "9",
                " - "
            })
    void aLongLineTakesNoLongerThanItsLength(String piece) {
        String line = piece.repeat(LENGTH / piece.length());

        assertTimeout(LIMIT, () -> LogReader.read(line, List.of(line), Tool.CARGO));
        assertTimeout(LIMIT, () -> ErrorWords.in(line));
    }

    static List<String> beginnings() {
        return BEGINNINGS;
    }

    @ParameterizedTest
    @MethodSource("beginnings")
    void neitherDoesOneThatBeginsLikeThoseOfATool(String beginning) {
        for (String piece : List.of("a.c ", ":1'", "1 failed ")) {
            String tail = piece.repeat(LENGTH / piece.length());
            assertTimeout(
                    LIMIT,
                    () -> LogReader.read(beginning + tail, List.of(beginning + tail), Tool.JEST));
        }
    }

    /// Every line of the corpus in pieces, with other pieces in it: nothing breaks, nothing grows.
    @Test
    void damagedLinesAreReadToo() throws IOException {
        List<String> lines = new ArrayList<>();
        for (Corpus.Case log : Corpus.cases()) {
            lines.addAll(log.lines());
        }
        for (long seed = 1; seed <= 20_000; seed++) {
            Seeded random = new Seeded(seed);
            String one = random.oneOf(lines);
            String other = random.oneOf(lines);
            int from = random.below(one.length() + 1);
            int to = random.below(other.length() + 1);
            String line = one.substring(0, from) + other.substring(to);
            List<Signal> signals =
                    LogReader.read(line, List.of(other), random.oneOf(List.of(Tool.values())));

            assertTrue(signals.size() <= 2, "seed " + seed);
            String name = "seed " + seed;
            signals.forEach(signal -> assertBounded(signal, name));
        }
    }

    private static void assertBounded(Signal signal, String seed) {
        switch (signal) {
            case Signal.Problem problem -> {
                assertTrue(problem.subject().length() <= 2 * Subject.CHARS_MAX, seed);
                assertTrue(problem.message().length() <= 2 * Subject.MESSAGE_MAX, seed);
                assertTrue(problem.place().line() >= 0, seed);
            }
            case Signal.Detail detail ->
                    assertTrue(detail.subject().length() <= 2 * Subject.CHARS_MAX, seed);
            case Signal.Totals totals ->
                    assertTrue(totals.passed() >= 0 && totals.failed() >= 0, seed);
            case Signal.Announced _, Signal.Ended _ -> {}
        }
    }
}
