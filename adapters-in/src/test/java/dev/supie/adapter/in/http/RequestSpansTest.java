package dev.supie.adapter.in.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.supie.adapter.in.network.TrustedProxies;
import dev.supie.application.fake.KeptSpans;
import dev.supie.application.tracing.port.Tracing;
import dev.supie.application.tracing.port.Tracing.Work;

import io.helidon.webserver.http.HttpRouting;

import org.junit.jupiter.api.Test;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// OBS-1: what operators see of requests over HTTP.
class RequestSpansTest {

    private static final String PARENT = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    private final KeptSpans spans = new KeptSpans();

    private Site site(TrustedProxies proxies) {
        return Site.with(routing -> install(routing, new RequestSpans(spans, proxies)));
    }

    private static void install(HttpRouting.Builder routing, RequestSpans spans) {
        spans.install(routing);
        Wiring.routes().onHttpListener(routing);
        routing.get("/broken/{name}", (_, _) -> fail());
        routing.get("/observe/metrics", (_, response) -> response.send("ok"));
    }

    private static void fail() {
        throw new IllegalStateException("broken");
    }

    @Test
    void aRequestIsOneSpanNamedByItsRoute() {
        try (Site site = site(TrustedProxies.NONE)) {
            site.send(site.to("/supie/meetings/secret-meeting?token=hush").GET());
        }
        KeptSpans.Ended span = spans.ended().getFirst();
        assertEquals(Work.REQUEST, span.work());
        assertEquals("GET /supie/meetings/{id}", span.name());
        assertEquals(
                Map.of(
                        "http.request.method",
                        "GET",
                        "http.route",
                        "/supie/meetings/{id}",
                        "http.response.status_code",
                        404L),
                span.notes());
        assertFalse(span.toString().contains("secret"), span::toString);
        assertFalse(span.toString().contains("hush"), span::toString);
    }

    @Test
    void whatBreaksEndsBadly() {
        try (Site site = site(TrustedProxies.NONE)) {
            site.send(site.to("/broken/x").GET());
        }
        KeptSpans.Ended span = spans.ended().getFirst();
        assertEquals(500L, span.notes().get("http.response.status_code"));
        assertFalse(span.well());
    }

    @Test
    void aMethodThatNobodyKnowsIsShownAsOne() {
        try (Site site = site(TrustedProxies.NONE)) {
            site.send(site.to("/supie/ota/").method("SAYSECRET", BodyPublishers.noBody()));
        }
        assertEquals("_OTHER", spans.ended().getFirst().notes().get("http.request.method"));
        assertFalse(spans.ended().toString().contains("SAYSECRET"), spans.ended()::toString);
    }

    @Test
    void whatIsObservedAllTheTimeIsNotShown() {
        try (Site site = site(TrustedProxies.NONE)) {
            site.send(site.to("/observe/metrics").GET());
        }
        assertEquals(List.of(), spans.ended());
    }

    @Test
    void onlyATrustedProxyIsBelievedAboutItsTrace() {
        for (TrustedProxies proxies :
                List.of(TrustedProxies.NONE, TrustedProxies.of(List.of("127.0.0.0/8")))) {
            try (Site site = site(proxies)) {
                site.send(site.to("/supie/ota/").header("traceparent", PARENT).GET());
            }
        }
        assertEquals(
                List.of(Optional.empty(), Optional.of(PARENT)),
                spans.ended().stream().map(KeptSpans.Ended::caller).toList());
    }

    @Test
    void withoutTracingRequestsAreAnswered() {
        var off = new RequestSpans(Tracing.OFF, TrustedProxies.NONE);
        try (Site site = Site.with(routing -> install(routing, off))) {
            assertEquals(200, site.send(site.to("/observe/metrics").GET()).statusCode());
        }
    }
}
