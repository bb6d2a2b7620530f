package dev.supie.domain.coding.signal;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// COD-2: words after which nobody wants to wait.
final class ErrorWordsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "error",
                "ERROR: x",
                "[ERROR] x",
                "2 errors",
                "FAILED",
                "build failed.",
                "fatal: x",
                "java.lang.NullPointerException: x",
                "TypeError",
                "thread panicked",
                "npm ERR! x",
                "errors: 10",
                "编译错误",
                "构建失败",
                "no luck: error",
                "Traceback (most recent)"
            })
    void areFoundInAnyLine(String line) {
        assertTrue(ErrorWords.in(line));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "fine",
                "0 errors",
                "no errors found",
                "without errors",
                "Failures: 0, Errors: 0",
                "errors:0",
                "terrors",
                "failover is on",
                "compiling 3 files"
            })
    void areNotSeenWhereThereAreNone(String line) {
        assertFalse(ErrorWords.in(line));
    }
}
