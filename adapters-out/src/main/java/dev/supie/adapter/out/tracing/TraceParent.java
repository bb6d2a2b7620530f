package dev.supie.adapter.out.tracing;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The header `traceparent` of W3C Trace Context, version 00.
final class TraceParent {

    private static final Pattern FORM =
            Pattern.compile("00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})");

    private TraceParent() {}

    /// Nothing for what is none, and for ids of zeros.
    static Optional<Context> read(String header) {
        Matcher matcher = FORM.matcher(header);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        SpanContext caller =
                SpanContext.createFromRemoteParent(
                        matcher.group(1),
                        matcher.group(2),
                        TraceFlags.fromHex(matcher.group(3), 0),
                        TraceState.getDefault());
        return caller.isValid()
                ? Optional.of(Context.root().with(Span.wrap(caller)))
                : Optional.empty();
    }

    /// The other flags are of a later version.
    static String of(SpanContext span) {
        String shown = span.isSampled() ? "01" : "00";
        return String.join("-", "00", span.getTraceId(), span.getSpanId(), shown);
    }
}
