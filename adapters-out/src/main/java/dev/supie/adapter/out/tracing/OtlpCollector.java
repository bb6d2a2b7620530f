package dev.supie.adapter.out.tracing;

import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;

import java.lang.System.Logger.Level;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A collector that speaks OTLP over HTTP. Nothing is sent twice: what one attempt did not bring is
/// lost, and the queue behind it needs the time.
final class OtlpCollector implements Collector {

    private static final Duration CONNECT_MAX = Duration.ofSeconds(3);

    /// For the whole exchange.
    private static final Duration EXCHANGE_MAX = Duration.ofSeconds(10);

    /// A little more, for an exporter that does not keep its own limit.
    private static final Duration WAIT_MAX = EXCHANGE_MAX.plusSeconds(2);

    private static final Duration CLOSE_MAX = Duration.ofMillis(200);

    private static final System.Logger LOG = System.getLogger(OtlpCollector.class.getName());

    private final OtlpHttpSpanExporter exporter;

    OtlpCollector(URI endpoint) {
        exporter =
                OtlpHttpSpanExporter.builder()
                        .setEndpoint(endpoint.toString())
                        .setConnectTimeout(CONNECT_MAX)
                        .setTimeout(EXCHANGE_MAX)
                        .setRetryPolicy(null)
                        .build();
    }

    @Override
    public boolean takes(List<SpanData> spans) {
        CompletableResultCode result = exporter.export(spans);
        return result.join(WAIT_MAX.toMillis(), TimeUnit.MILLISECONDS).isSuccess();
    }

    /// The exporter waits for what is under way, however long that takes; a stopping server does
    /// not. What is left ends by its own limit.
    @Override
    public void close() {
        Thread closing = Thread.ofVirtual().name("spans-end").start(exporter::shutdown);
        try {
            if (!closing.join(CLOSE_MAX)) {
                LOG.log(Level.DEBUG, "the last spans are given up");
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
