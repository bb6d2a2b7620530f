package dev.supie.adapter.in.http;

import dev.supie.application.access.AllowedOrigins;
import dev.supie.application.access.WebOrigin;

import io.helidon.http.HeaderNames;
import io.helidon.http.ServerRequestHeaders;

import java.util.Optional;
import java.util.Set;

/// Keeps other people's web pages from changing anything where no token is needed: a browser sends
/// what a page tells it to whether or not the page may read the answer, but it says whose page it
/// is. Programs say nothing and are not held up.
final class PageWrites {

    private static final AllowedOrigins OWN = new AllowedOrigins.SameHost();

    private final Set<WebOrigin> origins;

    PageWrites(Set<WebOrigin> origins) {
        this.origins = Set.copyOf(origins);
    }

    /// Empty if the request may write.
    Optional<Answer> refusal(ServerRequestHeaders headers) {
        Optional<String> page = headers.first(HeaderNames.ORIGIN);
        Optional<String> host = headers.first(HeaderNames.HOST);
        boolean allowed =
                page.isEmpty()
                        || page.flatMap(WebOrigin::of)
                                .filter(known -> origins.contains(known) || OWN.allow(page, host))
                                .isPresent();
        return allowed
                ? Optional.empty()
                : Optional.of(
                        new Answer.Forbidden(
                                "pages of this origin may not change anything; see"
                                        + " server.allowed_origins"));
    }
}
