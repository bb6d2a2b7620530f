package dev.supie.adapter.in.http;

import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Method;
import io.helidon.webserver.http.ServerRequest;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// The cookie that a browser shows after signing in. Scripts cannot read it, and browsers send it
/// from our own pages only.
final class SessionCookie {

    static final String NAME = "supie-session";

    private static final String GUARDS = "; Path=/; HttpOnly; SameSite=Strict";
    private static final Set<Method> SAFE = Set.of(Method.GET, Method.HEAD, Method.OPTIONS);

    private SessionCookie() {}

    static Optional<String> of(ServerRequest request) {
        return request.headers().cookies().first(NAME).asOptional();
    }

    static Header given(String name, boolean secure) {
        return header(name, "; Max-Age=" + Sessions.LIFE.toSeconds(), secure);
    }

    static Header taken(boolean secure) {
        return header("", "; Max-Age=0", secure);
    }

    static boolean changesNothing(ServerRequest request) {
        return SAFE.contains(request.prologue().method());
    }

    /// Whether the request can only have come from a page of ours.
    ///
    /// To browsers a page on another port of this host is of the same site, so they would send the
    /// cookie along; but they say whose page it is, and that has to be exactly our address.
    static boolean isFromOurPage(ServerRequest request) {
        Optional<String> host = request.headers().first(HeaderNames.HOST);
        return request.headers()
                .first(HeaderNames.ORIGIN)
                .map(origin -> origin.toLowerCase(Locale.ROOT).replaceFirst("^https?://", ""))
                .filter(page -> host.filter(page::equalsIgnoreCase).isPresent())
                .isPresent();
    }

    private static Header header(String value, String life, boolean secure) {
        return HeaderValues.create(
                HeaderNames.SET_COOKIE,
                NAME + "=" + value + GUARDS + life + (secure ? "; Secure" : ""));
    }
}
