package dev.supie.application.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.supie.application.fake.VirtualTime;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.logging.LogRecord;

class FailureLogTest {

    private static final String NAME = "test.FailureLog";

    private final VirtualTime time = new VirtualTime(Instant.parse("2026-11-21T09:00:00Z"));
    private final FailureLog log = new FailureLog(System.getLogger(NAME), time);
    private final IOException cause = new IOException("away");

    @Test
    void theFirstIsLoggedAtOnceWithItsCause() {
        try (RecordedLog recorded = new RecordedLog(NAME)) {
            log.error("no store", cause);

            LogRecord only = recorded.records().getFirst();
            assertEquals("no store", only.getMessage());
            assertSame(cause, only.getThrown());
        }
    }

    @Test
    void thoseWithinThirtySecondsAreCountedAndToldWithTheNext() {
        try (RecordedLog recorded = new RecordedLog(NAME)) {
            log.error("first", cause);
            time.advance(Duration.ofMillis(29_999));
            log.error("second", cause);
            log.error("third", cause);
            time.advance(Duration.ofMillis(1));
            log.error("fourth", cause);
            time.advance(FailureLog.SPACING);
            log.error("fifth", cause);

            assertEquals(
                    List.of("first", "fourth (and 2 failures since the last of these)", "fifth"),
                    recorded.records().stream().map(LogRecord::getMessage).toList());
        }
    }
}
