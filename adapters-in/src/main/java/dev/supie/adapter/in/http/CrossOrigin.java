package dev.supie.adapter.in.http;

import dev.supie.application.access.WebOrigin;

import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.Method;
import io.helidon.http.Status;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;

import java.util.Optional;
import java.util.Set;

/// Lets web pages of the configured origins read meetings, and read and change tasks (REST-1, WF-9,
/// `server.allowed_origins`). Removing meetings is for administrators, who do not come from other
/// pages, so it is not among what a page may do. Pages of no other origin can read an answer,
/// because their browser keeps it from them; tokens go in headers only, so no page can use a
/// visitor's.
final class CrossOrigin {

    private static final HeaderName REQUESTED_METHOD = HeaderNames.ACCESS_CONTROL_REQUEST_METHOD;
    private static final String READING = "GET";
    private static final String CHANGING = "GET, POST";
    private static final String HEADERS = "authorization, x-api-token";
    private static final String BODY_HEADERS = HEADERS + ", content-type";
    private static final String EXPOSED = "content-disposition, retry-after";

    /// Seconds for which a browser need not ask again.
    private static final String REMEMBERED = "600";

    private final Set<WebOrigin> origins;

    CrossOrigin(Set<WebOrigin> origins) {
        this.origins = Set.copyOf(origins);
    }

    /// Answers what browsers ask before they ask (the preflight), and marks all other answers.
    void filter(FilterChain chain, RoutingRequest request, RoutingResponse response) {
        if (origins.isEmpty() || !isForPages(request.prologue().uriPath().path())) {
            chain.proceed();
            return;
        }
        // Without it a cache could give one page what was allowed to another.
        response.header(HeaderNames.VARY, HeaderNames.ORIGIN_NAME);
        Optional<String> origin = request.headers().first(HeaderNames.ORIGIN);
        boolean allowed = origin.flatMap(WebOrigin::of).filter(origins::contains).isPresent();
        if (allowed) {
            response.header(HeaderNames.ACCESS_CONTROL_ALLOW_ORIGIN, origin.get());
            response.header(HeaderNames.ACCESS_CONTROL_EXPOSE_HEADERS, EXPOSED);
        }
        if (isPreflight(request)) {
            preflight(response, allowed, isAboutTasks(request.prologue().uriPath().path()));
        } else {
            chain.proceed();
        }
    }

    private static boolean isForPages(String path) {
        return path.startsWith(MeetingRouting.PATH + "/")
                || path.equals(ApiDocument.PATH)
                || isAboutTasks(path);
    }

    private static boolean isAboutTasks(String path) {
        return path.equals(WorkflowRouting.PATH) || path.startsWith(WorkflowRouting.PATH + "/");
    }

    private static boolean isPreflight(RoutingRequest request) {
        return request.prologue().method().equals(Method.OPTIONS)
                && request.headers().contains(REQUESTED_METHOD);
    }

    private static void preflight(RoutingResponse response, boolean allowed, boolean changing) {
        if (allowed) {
            response.header(HeaderNames.ACCESS_CONTROL_ALLOW_METHODS, changing ? CHANGING : READING)
                    .header(
                            HeaderNames.ACCESS_CONTROL_ALLOW_HEADERS,
                            changing ? BODY_HEADERS : HEADERS)
                    .header(HeaderNames.ACCESS_CONTROL_MAX_AGE, REMEMBERED);
        }
        response.status(Status.NO_CONTENT_204).send();
    }
}
