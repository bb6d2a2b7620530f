package dev.supie.adapter.in.http;

import dev.supie.application.access.WebOrigin;

import io.helidon.http.HeaderNames;
import io.helidon.http.ServerRequestHeaders;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// AUTH-4 for tools: from which web pages a browser may ask. A page that is served under a name of
/// its own may have that name lead to this machine (DNS rebinding), and is then of the same host as
/// far as anybody can see. So the same host counts only by a number or as `localhost`, which nobody
/// else can have; a name has to be in `server.allowed_origins`.
final class McpOrigins {

    private static final Pattern NUMBER_OR_LOCAL =
            Pattern.compile("localhost|[0-9]{1,3}(\\.[0-9]{1,3}){3}|\\[[0-9a-f:.]+]");

    private final Set<WebOrigin> origins;

    McpOrigins(Set<WebOrigin> origins) {
        this.origins = Set.copyOf(origins);
    }

    /// Programs say nothing of pages, and pages from files say `null`; the token decides about
    /// both.
    boolean allow(ServerRequestHeaders headers) {
        Optional<String> page =
                headers.first(HeaderNames.ORIGIN).map(String::strip).filter(McpOrigins::isNamed);
        return page.isEmpty()
                || page.flatMap(WebOrigin::of)
                        .filter(known -> origins.contains(known) || isOurs(known, headers))
                        .isPresent();
    }

    private static boolean isNamed(String origin) {
        return !origin.isEmpty() && !origin.equalsIgnoreCase("null");
    }

    private static boolean isOurs(WebOrigin page, ServerRequestHeaders headers) {
        Optional<String> host =
                headers.first(HeaderNames.HOST)
                        .flatMap(name -> WebOrigin.of(page.scheme() + "://" + name))
                        .map(WebOrigin::host);
        return NUMBER_OR_LOCAL.matcher(page.host()).matches()
                && host.filter(page.host()::equals).isPresent();
    }
}
