package dev.supie.adapter.in.http;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;

/// `/observe/metrics`: what is measured, for Prometheus (OBS-1).
public final class MetricsPage {

    static final String PATH = "/observe/metrics";

    private final Supplier<List<Metric>> metrics;

    /// @param metrics asked on a request's thread, by many at once; answers without waiting
    public MetricsPage(Supplier<List<Metric>> metrics) {
        this.metrics = metrics;
    }

    /// On the listener that has [HttpRoutes#onHttpListener].
    public void install(HttpRouting.Builder routing) {
        routing.get(PATH, this::show);
    }

    private void show(ServerRequest request, ServerResponse response) {
        response.header(HeaderNames.CONTENT_TYPE, PrometheusText.MEDIA_TYPE)
                .send(PrometheusText.of(metrics.get()).getBytes(StandardCharsets.UTF_8));
    }
}
