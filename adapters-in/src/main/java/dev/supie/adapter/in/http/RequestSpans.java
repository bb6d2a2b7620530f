package dev.supie.adapter.in.http;

import dev.supie.adapter.in.network.TrustedProxies;
import dev.supie.application.tracing.port.Tracing;
import dev.supie.application.tracing.port.Tracing.Span;
import dev.supie.application.tracing.port.Tracing.Work;

import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;
import io.helidon.webserver.http.ServerRequest;

import java.util.Optional;
import java.util.Set;

/// Shows operators each request over HTTP and how long it took.
///
/// Of the address only the route is shown, because what fills it in names meetings and badges, and
/// a query may hold a token. What `/observe` is asked every few seconds is not shown. Who calls is
/// believed about its own trace only if it is one of `server.trusted_proxies`.
public final class RequestSpans {

    private static final HeaderName TRACE_PARENT = HeaderNames.create("traceparent");
    private static final String OBSERVED = "/observe/";

    /// Whatever else a client writes is shown as one.
    private static final Set<String> METHODS =
            Set.of("GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH");

    private static final String OTHER_METHOD = "_OTHER";

    /// Of a route that may end in a slash or not.
    private static final String ANY_END = "[/]";

    private final Tracing tracing;
    private final TrustedProxies proxies;

    public RequestSpans(Tracing tracing, TrustedProxies proxies) {
        this.tracing = tracing;
        this.proxies = proxies;
    }

    /// To be installed first, so that all other filters count. Without tracing there is nothing to
    /// install.
    public void install(HttpRouting.Builder routing) {
        if (tracing.isOn()) {
            routing.addFilter(this::filter);
        }
    }

    private void filter(FilterChain chain, RoutingRequest request, RoutingResponse response) {
        if (request.path().path().startsWith(OBSERVED)) {
            chain.proceed();
            return;
        }
        String method = request.prologue().method().text();
        String shown = METHODS.contains(method) ? method : OTHER_METHOD;
        Span span = tracing.begin(Work.REQUEST, shown, caller(request));
        span.note("http.request.method", shown);
        boolean answered = false;
        try {
            chain.proceed();
            answered = true;
        } finally {
            request.matchingPattern().ifPresent(pattern -> name(span, shown, pattern));
            int status = response.status().code();
            span.note("http.response.status_code", status);
            span.end(answered && status < Status.INTERNAL_SERVER_ERROR_500.code());
        }
    }

    private static void name(Span span, String method, String pattern) {
        String route =
                pattern.endsWith(ANY_END)
                        ? pattern.substring(0, pattern.length() - ANY_END.length())
                        : pattern;
        span.name(method + " " + route);
        span.note("http.route", route);
    }

    private Optional<String> caller(ServerRequest request) {
        return proxies.isTrusted(request.remotePeer().address())
                ? request.headers().first(TRACE_PARENT)
                : Optional.empty();
    }
}
