package dev.supie.adapter.in.console;

import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Serves the console on the HTTP listener, under [#PATH] (NET-1).
///
/// These are files and nothing else. What the pages show they ask for over the badges' protocol and
/// REST like everybody, so nobody has to prove anything to load them.
public final class ConsoleRoutes {

    public static final String PATH = "/console/";

    /// Pages by the name they have in the address bar.
    private static final Map<String, String> PAGES =
            Map.of("", "index.html", "badge", "badge.html");

    /// A page without the server is for keeping. In a browser tab of ours its inline script would
    /// not run.
    private static final String STANDALONE = "standalone-badge.html";

    /// Nothing inline and nothing from elsewhere. A badge may be told to connect to any server,
    /// whose address is typed in, hence `ws:` and `wss:`.
    private static final Header POLICY =
            HeaderValues.create(
                    HeaderNames.create("Content-Security-Policy"),
                    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
                            + " connect-src 'self' ws: wss:; form-action 'none'; base-uri 'none';"
                            + " frame-ancestors 'none'; require-trusted-types-for 'script'");

    private static final List<Header> GUARDS =
            List.of(
                    POLICY,
                    HeaderValues.X_CONTENT_TYPE_OPTIONS_NOSNIFF,
                    HeaderValues.create(HeaderNames.create("Referrer-Policy"), "no-referrer"),
                    HeaderValues.create(HeaderNames.create("X-Frame-Options"), "DENY"),
                    HeaderValues.create(
                            HeaderNames.create("Cross-Origin-Opener-Policy"), "same-origin"),
                    HeaderValues.create(
                            HeaderNames.create("Permissions-Policy"),
                            "microphone=(self), camera=(), geolocation=()"));

    /// A browser keeps a file and asks each time whether it is still the same one, so an update of
    /// the server shows at once.
    private static final Header ASK_AGAIN =
            HeaderValues.create(HeaderNames.CACHE_CONTROL, "no-cache");

    private static final Header ZIPPED = HeaderValues.create(HeaderNames.CONTENT_ENCODING, "gzip");

    private static final Header BY_ENCODING =
            HeaderValues.create(HeaderNames.VARY, HeaderNames.ACCEPT_ENCODING_NAME);

    private final ConsoleShelf shelf = new ConsoleShelf();

    /// Answers GET of `/console` and everything below it.
    public void install(HttpRouting.Builder routing) {
        routing.get("/console", ConsoleRoutes::redirect).get(PATH + "*", this::serve);
    }

    /// Relative, so that it also holds behind a proxy that puts something before our path.
    private static void redirect(ServerRequest request, ServerResponse response) {
        response.status(Status.PERMANENT_REDIRECT_308)
                .header(HeaderNames.LOCATION, "console/")
                .send();
    }

    private void serve(ServerRequest request, ServerResponse response) {
        GUARDS.forEach(response::header);
        String asked = request.prologue().uriPath().path().substring(PATH.length());
        String name = PAGES.getOrDefault(asked, asked);
        Optional<ConsoleFile> file = shelf.file(name);
        if (file.isEmpty()) {
            response.status(Status.NOT_FOUND_404)
                    .header(HeaderValues.CONTENT_TYPE_TEXT_PLAIN)
                    .send("there is no such page\n".getBytes(StandardCharsets.UTF_8));
            return;
        }
        if (name.equals(STANDALONE)) {
            response.header(HeaderNames.CONTENT_DISPOSITION, "attachment; filename=\"badge.html\"");
        }
        send(request, response, file.get());
    }

    private static void send(ServerRequest request, ServerResponse response, ConsoleFile file) {
        response.header(ASK_AGAIN).header(HeaderNames.ETAG, file.tag()).header(BY_ENCODING);
        if (isKnown(request, file)) {
            response.status(Status.NOT_MODIFIED_304).send();
            return;
        }
        response.header(HeaderNames.CONTENT_TYPE, file.type());
        if (takesZipped(request)) {
            response.header(ZIPPED).send(file.zipped());
        } else {
            response.send(file.plain());
        }
    }

    private static boolean isKnown(ServerRequest request, ConsoleFile file) {
        return request.headers()
                .first(HeaderNames.IF_NONE_MATCH)
                .filter(known -> known.contains(file.tag()))
                .isPresent();
    }

    /// Whoever mentions it takes it, unless it says explicitly that it does not.
    private static boolean takesZipped(ServerRequest request) {
        return request.headers()
                .first(HeaderNames.ACCEPT_ENCODING)
                .filter(taken -> taken.contains("gzip") && !taken.contains("gzip;q=0"))
                .isPresent();
    }
}
