package dev.supie.adapter.out.tracing;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.opentelemetry.sdk.trace.data.SpanData;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;

/// A collector may be ill for a while; it is used again once it is well.
final class OtlpCollectorTest {

    /// More than the exporter has threads of its own.
    private static final int ANSWERS = 8;

    private static final List<SpanData> NOTHING = List.of();

    @Test
    void answersThatNeverEndHoldNothingUpForLater() {
        try (CollectorServer server = new CollectorServer();
                OtlpCollector collector =
                        new OtlpCollector(
                                server.endpoint(),
                                Duration.ofSeconds(10),
                                Duration.ofMillis(200))) {
            server.neverEnd(true);
            for (int answer = 0; answer < ANSWERS; answer++) {
                assertFalse(collector.takes(NOTHING));
            }
            server.neverEnd(false);
            boolean taken = false;
            for (int attempt = 0; attempt < 20 && !taken; attempt++) {
                taken = collector.takes(NOTHING);
            }
            assertTrue(taken);
        }
    }
}
