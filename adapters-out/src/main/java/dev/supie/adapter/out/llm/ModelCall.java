package dev.supie.adapter.out.llm;

import dev.supie.adapter.out.service.CallFailure;
import dev.supie.application.tracing.port.Tracing.Span;

import java.net.http.HttpRequest;
import java.time.Duration;

/// One question to a language model, from its first attempt to its end, which is told once. Safe
/// for use by many threads.
final class ModelCall {

    private final ModelTally tally;
    private final String use;
    private final Span span;

    ModelCall(ModelTally tally, String use, Span span) {
        this.tally = tally;
        this.use = use;
        this.span = span;
        span.note("supie.model.use", use);
    }

    /// Every attempt tells the server of the same trace.
    HttpRequest.Builder handOn(HttpRequest.Builder request) {
        span.handedOn().ifPresent(trace -> request.header("traceparent", trace));
        return request;
    }

    void answered(Duration took) {
        tally.answered(use, took);
        end("ok", true);
    }

    void failed(CallFailure.Kind trouble, Duration took) {
        tally.failed(use, trouble, took);
        end(ModelTally.word(trouble), false);
    }

    /// Nobody wants the answer any more; it does not count.
    void givenUp() {
        end("given_up", true);
    }

    private void end(String result, boolean well) {
        span.note("supie.model.result", result);
        span.end(well);
    }
}
