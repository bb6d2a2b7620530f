package dev.supie.adapter.out.tracing;

import dev.supie.application.tracing.port.Tracing;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.SpanLimits;
import io.opentelemetry.sdk.trace.samplers.Sampler;

import java.time.InstantSource;
import java.util.Optional;

/// Shows spans to a collector of OpenTelemetry. What is in nobody's trace begins one; whether that
/// is shown is a matter of chance ([TracingSettings#samplePercent]), and what the caller shows is
/// shown.
public final class OpenTelemetryTracing implements Tracing, AutoCloseable {

    private static final String NAME = "supie";

    /// Nobody notes more, or longer.
    private static final int NOTES_MAX = 16;

    private static final int NOTE_CHARS_MAX = 256;

    private final SdkTracerProvider provider;
    private final Tracer tracer;
    private final boolean handOn;

    /// @param time the real one, which other servers have too
    /// @throws IllegalArgumentException if the endpoint is no address that can be asked
    public static OpenTelemetryTracing open(
            TracingSettings settings, SpanTally tally, InstantSource time) {
        SpanQueue queue =
                new SpanQueue(
                        new OtlpCollector(settings.endpoint()),
                        tally,
                        settings.endpoint().toString());
        return new OpenTelemetryTracing(settings, queue, time);
    }

    private OpenTelemetryTracing(TracingSettings settings, SpanQueue queue, InstantSource time) {
        this.handOn = settings.handOn();
        this.provider =
                SdkTracerProvider.builder()
                        .setClock(new SpanClock(time, System::nanoTime))
                        .setResource(
                                Resource.create(
                                        Attributes.builder()
                                                .put("service.name", NAME)
                                                .put("service.version", settings.version())
                                                .build()))
                        .setSampler(
                                Sampler.parentBased(Sampler.traceIdRatioBased(settings.share())))
                        .setSpanLimits(
                                SpanLimits.builder()
                                        .setMaxNumberOfAttributes(NOTES_MAX)
                                        .setMaxAttributeValueLength(NOTE_CHARS_MAX)
                                        .build())
                        .addSpanProcessor(queue)
                        .build();
        this.tracer = provider.get(NAME);
    }

    @Override
    public Span begin(Work work, String name, Optional<String> caller) {
        SpanBuilder span = tracer.spanBuilder(name).setSpanKind(kind(work));
        Optional<Context> parent = caller.flatMap(TraceParent::read);
        if (parent.isPresent()) {
            span.setParent(parent.get());
        } else {
            span.setNoParent();
        }
        return new Shown(span.startSpan(), handOn);
    }

    private static SpanKind kind(Work work) {
        return switch (work) {
            case REQUEST -> SpanKind.SERVER;
            case MESSAGE -> SpanKind.CONSUMER;
            case CALL -> SpanKind.CLIENT;
        };
    }

    /// Delivers what still waits, if that is quick.
    @Override
    public void close() {
        provider.close();
    }

    private record Shown(io.opentelemetry.api.trace.Span span, boolean handOn) implements Span {

        @Override
        public void name(String name) {
            span.updateName(name);
        }

        @Override
        public void note(String key, String value) {
            span.setAttribute(key, value);
        }

        @Override
        public void note(String key, long value) {
            span.setAttribute(key, value);
        }

        @Override
        public Optional<String> handedOn() {
            return handOn ? Optional.of(TraceParent.of(span.getSpanContext())) : Optional.empty();
        }

        @Override
        public void end(boolean well) {
            if (!well) {
                span.setStatus(StatusCode.ERROR);
            }
            span.end();
        }
    }
}
