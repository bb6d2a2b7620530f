package dev.supie.bootstrap.server;

import dev.supie.adapter.in.http.RequestSpans;
import dev.supie.adapter.in.network.TrustedProxies;
import dev.supie.adapter.out.llm.ModelTally;
import dev.supie.adapter.out.tracing.OpenTelemetryTracing;
import dev.supie.adapter.out.tracing.SpanTally;
import dev.supie.adapter.out.tracing.TracingSettings;
import dev.supie.application.tracing.port.Tracing;
import dev.supie.bootstrap.cli.Version;
import dev.supie.bootstrap.config.SupieConfig;
import dev.supie.bootstrap.config.TracingConfig;

import java.time.InstantSource;

/// Who shows what took how long. If nobody is to see it, nothing of OpenTelemetry is loaded.
///
/// @param tracing [Tracing#OFF] unless configured
record TracingWiring(Tracing tracing, SpanTally tally, ModelTally models, RequestSpans requests) {

    static TracingWiring open(SupieConfig config, Opened opened) {
        SpanTally tally = new SpanTally();
        Tracing tracing =
                config.tracing().enabled() ? shown(config.tracing(), tally, opened) : Tracing.OFF;
        return new TracingWiring(
                tracing,
                tally,
                new ModelTally(tracing),
                new RequestSpans(tracing, TrustedProxies.of(config.access().trustedProxies())));
    }

    private static Tracing shown(TracingConfig config, SpanTally tally, Opened opened) {
        TracingSettings settings =
                new TracingSettings(
                        config.endpoint(),
                        config.samplePercent(),
                        config.handOn(),
                        Version.current());
        // The real time: a trace has spans of other servers too.
        return opened.add(
                OpenTelemetryTracing.open(settings, tally, InstantSource.system()),
                OpenTelemetryTracing::close);
    }

    SpanMetrics metrics() {
        return new SpanMetrics(tally);
    }
}
