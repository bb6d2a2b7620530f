package dev.supie.domain.coding.signal;

import java.util.List;

/// What a tool says, and how bad it finds it, as in `error: text`; also in Chinese, into which gcc
/// and javac are translated.
record Diagnosis(Level level, String message) {

    enum Level {
        ERROR,
        WARNING,
        NEITHER
    }

    private static final List<String> ERRORS =
            List.of(
                    "error:",
                    "fatal error:",
                    "ERROR:",
                    "Error:",
                    "fatal:",
                    "FATAL:",
                    "[ERROR]",
                    "错误:",
                    "错误：",
                    "致命错误:",
                    "致命错误：",
                    "##[error]");

    private static final List<String> WARNINGS =
            List.of(
                    "warning:",
                    "WARNING:",
                    "Warning:",
                    "warn:",
                    "WARN:",
                    "[WARN]",
                    "警告:",
                    "警告：",
                    "##[warning]");

    static Diagnosis of(String text) {
        for (String beginning : ERRORS) {
            if (text.startsWith(beginning)) {
                return new Diagnosis(Level.ERROR, text.substring(beginning.length()).strip());
            }
        }
        for (String beginning : WARNINGS) {
            if (text.startsWith(beginning)) {
                return new Diagnosis(Level.WARNING, text.substring(beginning.length()).strip());
            }
        }
        return new Diagnosis(Level.NEITHER, text);
    }
}
