package dev.supie.domain.coding;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// COD-1: the sample stream, which shows a badge what coding mode is like. It ends by itself; the
/// run goes on.
///
/// @param next the line that comes next
/// @param due when it comes, or [Analysis#NEVER]
public record Demo(int next, Instant due) {

    /// One line in this time; after a late alarm the stream is late too, and never bursts.
    public static final Duration INTERVAL = Duration.ofMillis(500);

    /// The lines of it.
    public static final List<String> LINES =
            List.of(
                    "$ mvn -B verify",
                    "[INFO] Compiling 42 source files with javac to target/classes",
                    "[WARNING] src/main/java/shop/Cart.java:[18,9] unchecked conversion",
                    "[INFO] Running shop.CartTest",
                    "[ERROR] CartTest.addsTax:27 expected: <1.19> but was: <1.00>",
                    "[ERROR] Tests run: 12, Failures: 1, Errors: 0, Skipped: 0",
                    "[INFO] BUILD FAILURE");

    static final Demo NONE = new Demo(LINES.size(), Analysis.NEVER);

    static Demo begun(Instant now) {
        return new Demo(0, now.plus(INTERVAL));
    }

    String line() {
        return LINES.get(next);
    }

    Demo played(Instant now) {
        return next + 1 < LINES.size() ? new Demo(next + 1, now.plus(INTERVAL)) : NONE;
    }
}
