package dev.supie.adapter.out.llm;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;

/// Writes one line for each answer of a model (MTG-8). The hash tells two answers apart without
/// showing either.
///
/// @param alias of the model
record AnswerLog(Logger log, Level level, String alias) {

    /// @param jsonLength characters of the answer's JSON; 0 if there was none
    void write(ChatAnswer.Content content, int jsonLength, Duration elapsed) {
        if (!log.isLoggable(level)) {
            return;
        }
        log.log(
                level,
                "model {0}: rawLen={1} jsonLen={2} sha8={3} elapsedMs={4} tokens={5} cut={6}",
                alias,
                plain(content.text().length()),
                plain(jsonLength),
                sha8(content.text()),
                plain(elapsed.toMillis()),
                plain(content.tokens()),
                content.cut());
    }

    /// The logger would write 1234 as 1,234.
    private static String plain(long number) {
        return Long.toString(number);
    }

    private static String sha8(String text) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 4);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
