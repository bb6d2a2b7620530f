package dev.supie.adapter.out.tracing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;

import dev.supie.application.contract.TracingContract;
import dev.supie.application.tracing.port.Tracing;
import dev.supie.application.tracing.port.Tracing.Work;

import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status.StatusCode;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The real one keeps the contract, as a collector understands what it is sent.
final class OpenTelemetryTracingTest extends TracingContract {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private final CollectorServer collector = new CollectorServer();
    private final SpanTally tally = new SpanTally();
    private OpenTelemetryTracing tracing = open(100, false);

    private OpenTelemetryTracing open(int samplePercent, boolean handOn) {
        return OpenTelemetryTracing.open(
                new TracingSettings(collector.endpoint(), samplePercent, handOn, "1.2.3"),
                tally,
                () -> NOON);
    }

    @AfterEach
    void close() {
        tracing.close();
        collector.close();
    }

    @Override
    protected Tracing tracing() {
        return tracing;
    }

    @Override
    protected List<Seen> seen() {
        return delivered().stream().map(OpenTelemetryTracingTest::seen).toList();
    }

    /// What still waited is delivered when it is closed.
    private List<Span> delivered() {
        tracing.close();
        return collector.spans();
    }

    private static Seen seen(Span span) {
        return new Seen(
                span.getName(),
                CollectorServer.texts(span.getAttributesList()),
                span.getStatus().getCode() != StatusCode.STATUS_CODE_ERROR,
                span.getParentSpanId().isEmpty() ? "" : hex(span.getTraceId()));
    }

    private static String hex(ByteString id) {
        return HexFormat.of().formatHex(id.toByteArray());
    }

    @Test
    void theCollectorIsToldWhoWeAre() {
        tracing.begin(Work.MESSAGE, "hello", Optional.empty()).end(true);
        assertEquals(1, delivered().size());
        assertEquals(
                Map.of("service.name", "supie", "service.version", "1.2.3"), collector.resource());
        assertEquals(List.of("application/x-protobuf"), collector.contentTypes());
        assertEquals(new SpanTally.Counts(1, 0, 0), tally.counts());
    }

    @Test
    void kindsAndTimesAreThere() {
        tracing.begin(Work.REQUEST, "GET", Optional.empty()).end(true);
        tracing.begin(Work.MESSAGE, "hello", Optional.empty()).end(true);
        tracing.begin(Work.CALL, "model meeting", Optional.empty()).end(true);
        List<Span> spans = delivered();
        assertEquals(
                List.of(
                        Span.SpanKind.SPAN_KIND_SERVER,
                        Span.SpanKind.SPAN_KIND_CONSUMER,
                        Span.SpanKind.SPAN_KIND_CLIENT),
                spans.stream().map(Span::getKind).toList());
        for (Span span : spans) {
            assertEquals(
                    Duration.ofSeconds(NOON.getEpochSecond()).toNanos(),
                    span.getStartTimeUnixNano());
            assertTrue(span.getEndTimeUnixNano() >= span.getStartTimeUnixNano());
        }
    }

    @Test
    void whatIsHandedOnIsTheSpanItself() {
        tracing.close();
        tracing = open(100, true);
        Tracing.Span call = tracing.begin(Work.CALL, "model meeting", Optional.empty());
        String parent = call.handedOn().orElseThrow();
        call.end(true);
        Span span = delivered().getFirst();
        assertEquals("00-" + hex(span.getTraceId()) + "-" + hex(span.getSpanId()) + "-01", parent);
    }

    @Test
    void nothingIsHandedOnUnlessConfigured() {
        Tracing.Span call = tracing.begin(Work.CALL, "model meeting", Optional.empty());
        assertFalse(call.handedOn().isPresent());
    }

    @Test
    void noTraceIsShownAtZeroPercentUnlessTheCallerShowsIt() {
        tracing.close();
        tracing = open(0, false);
        tracing.begin(Work.REQUEST, "ours", Optional.empty()).end(true);
        String shown = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
        tracing.begin(Work.REQUEST, "theirs", Optional.of(shown)).end(true);
        assertEquals(List.of("theirs"), delivered().stream().map(Span::getName).toList());
    }

    @Test
    void whatTheCallerDoesNotShowIsNotShown() {
        String hidden = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-00";
        tracing.begin(Work.REQUEST, "theirs", Optional.of(hidden)).end(true);
        assertEquals(List.of(), delivered());
    }

    @Test
    void longNotesAreCut() {
        Tracing.Span span = tracing.begin(Work.MESSAGE, "hello", Optional.empty());
        span.note("supie.device", "x".repeat(1000));
        span.end(true);
        assertEquals(Map.of("supie.device", "x".repeat(256)), seen().getFirst().notes());
    }

    @Test
    void closingTwiceIsHarmless() {
        tracing.close();
        tracing.close();
        tracing.begin(Work.MESSAGE, "late", Optional.empty()).end(true);
        assertEquals(List.of(), collector.spans());
    }
}
