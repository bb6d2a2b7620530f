package dev.supie.domain.coding;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.domain.coding.log.LogLine;
import dev.supie.domain.coding.log.LogWindow;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.Collections;
import java.util.List;

/// COD-4: an item that repeats a log line is told from one that is about it.
final class EchoCheckTest {

    private static final EchoCheck CHECK =
            new EchoCheck(
                    window(
                            "a.c:7:2: error: 'speed' undeclared (first use in this function)",
                            "FAILED tests/test_x.py::test_y - assert 4 == 5",
                            "npm install",
                            "BUILD FAILURE",
                            "the quick brown fox jumps over the lazy dog near the river bank",
                            "编译失败，请查看上面编译器输出的错误信息",
                            "pitch::never_below_zero"));

    private static LogWindow window(String... lines) {
        List<LogLine> all = List.of(lines).stream().map(line -> new LogLine(line, false)).toList();
        return LogWindow.EMPTY.with(all, 200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a.c:7:2: error: 'speed' undeclared (first use in this function)",
                "The log says: A.C:7:2 ERROR speed undeclared, first use in this function!",
                "FAILED tests/test_x.py::test_y - assert 4 == 5 is what it says",
                "speed undeclared (first use in this function)",
                "first use in",
                "a quick brown fox jumps over the lazy dog near a bridge: the quick brown fox jumps"
                        + " over the lazy dog",
                "他说：编译失败，请查看上面编译器输出的错误信息",
                "请查看上面编译器输出"
            })
    void aRepetitionIsSeenWhateverMarksStandBetween(String item) {
        assertTrue(CHECK.repeats(item));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "The variable speed is not declared in a.c",
                "Declare speed in front of line 7",
                "Try: npm install left-rudder",
                "The build failed",
                "Tests that fail: 1 (test_y – test_x.py)",
                "Run only what failed: cargo test pitch::never_below_zero",
                "a quick fox jumps over the lazy dog far from the river bank",
                "编译没有通过"
            })
    void whatIsAboutALineMayBeSaid(String item) {
        assertFalse(CHECK.repeats(item));
    }

    /// The longest window there is, and as many items as advice has, made to look alike.
    @Test
    void hostileLogsDoNotMakeItSlow() {
        LogWindow full =
                LogWindow.EMPTY.with(
                        Collections.nCopies(200, new LogLine("a ".repeat(255) + "b", false)), 200);

        assertTimeout(
                Duration.ofSeconds(5),
                () -> {
                    EchoCheck check = new EchoCheck(full);
                    for (int i = 0; i < 24; i++) {
                        assertFalse(check.repeats("a a a a a a a c ".repeat(12) + i));
                    }
                });
    }
}
