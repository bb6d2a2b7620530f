package dev.supie.application.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.supie.application.tracing.port.Tracing;
import dev.supie.application.tracing.port.Tracing.Span;
import dev.supie.application.tracing.port.Tracing.Work;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What everybody may rely on who begins a span.
public abstract class TracingContract {

    private static final String PARENT = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    /// What is seen of one thing.
    ///
    /// @param trace of the caller; empty if it began here
    public record Seen(String name, Map<String, String> notes, boolean well, String trace) {}

    protected abstract Tracing tracing();

    /// What has been seen so far, in the order of the ends.
    protected abstract List<Seen> seen();

    @Test
    void whatEndedIsSeenWithItsLastName() {
        Span span = tracing().begin(Work.REQUEST, "GET", Optional.empty());
        span.name("GET /supie/meetings");
        span.note("http.request.method", "GET");
        span.note("http.response.status_code", 200);
        span.end(true);
        assertEquals(
                List.of(
                        new Seen(
                                "GET /supie/meetings",
                                Map.of(
                                        "http.request.method", "GET",
                                        "http.response.status_code", "200"),
                                true,
                                "")),
                seen());
    }

    @Test
    void whatHasNotEndedIsNotSeen() {
        tracing().begin(Work.MESSAGE, "hello", Optional.empty());
        assertEquals(List.of(), seen());
    }

    @Test
    void whatIsSaidAfterTheEndIsIgnored() {
        Span span = tracing().begin(Work.MESSAGE, "hello", Optional.empty());
        span.end(false);
        span.name("later");
        span.note("key", "value");
        span.end(true);
        assertEquals(List.of(new Seen("hello", Map.of(), false, "")), seen());
    }

    @Test
    void theCallersTraceGoesOn() {
        tracing().begin(Work.REQUEST, "GET", Optional.of(PARENT)).end(true);
        assertEquals("0af7651916cd43dd8448eb211c80319c", seen().getFirst().trace());
    }

    @Test
    void whatIsNoTraceIsIgnored() {
        for (String wrong : List.of("", "x", "00-0-0-01", PARENT.substring(1), PARENT + "\r\nx")) {
            tracing().begin(Work.REQUEST, "GET", Optional.of(wrong)).end(true);
        }
        assertEquals(List.of("", "", "", "", ""), seen().stream().map(Seen::trace).toList());
    }
}
