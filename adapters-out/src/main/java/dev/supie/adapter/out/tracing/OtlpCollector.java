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

    /// A little more: the exporter's own limit ends with the headers of an answer.
    private static final Duration WAIT_MAX = EXCHANGE_MAX.plusSeconds(2);

    private static final Duration CLOSE_MAX = Duration.ofMillis(200);

    private static final System.Logger LOG = System.getLogger(OtlpCollector.class.getName());

    private final Duration waitMax;
    private final OtlpHttpSpanExporter exporter;

    /// The exchange that is under way, of which there is one at most.
    private final Exchanges exchanges = new Exchanges();

    OtlpCollector(URI endpoint) {
        this(endpoint, EXCHANGE_MAX, WAIT_MAX);
    }

    OtlpCollector(URI endpoint, Duration exchangeMax, Duration waitMax) {
        this.waitMax = waitMax;
        this.exporter =
                OtlpHttpSpanExporter.builder()
                        .setEndpoint(endpoint.toString())
                        .setConnectTimeout(CONNECT_MAX)
                        .setTimeout(exchangeMax)
                        .setRetryPolicy(null)
                        .setExecutorService(exchanges)
                        .build();
    }

    /// An answer whose body never ends is ended by an interrupt, or it would keep a thread and a
    /// connection for ever.
    @Override
    public boolean takes(List<SpanData> spans) {
        CompletableResultCode result = exporter.export(spans);
        boolean taken = result.join(waitMax.toMillis(), TimeUnit.MILLISECONDS).isSuccess();
        if (!result.isDone()) {
            exchanges.interrupt();
        }
        return taken;
    }

    /// The exporter waits for what is under way, however long that takes; a stopping server does
    /// not.
    @Override
    public void close() {
        Thread closing = Thread.ofVirtual().name("spans-end").start(exporter::shutdown);
        try {
            if (!closing.join(CLOSE_MAX)) {
                LOG.log(Level.DEBUG, "the last spans are given up");
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            exchanges.shutdownNow();
        }
    }
}
