package dev.supie.adapter.in.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.supie.adapter.in.network.TrustedProxies;
import dev.supie.application.fake.InMemoryMeetingStore;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.parser.OpenAPIV3Parser;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;

/// REST-1: whatever the routes answer to whom, the document says so. Every operation in it is asked
/// by everybody who might, rightly and wrongly.
class ApiAnswersTest {

    private static final OpenAPI DOCUMENT =
            new OpenAPIV3Parser().readContents(new String(ApiDocument.read(), UTF_8)).getOpenAPI();

    private static final String READ_TOKEN = "read-token-of-the-team";
    private static final HttpSettings GUARDED =
            new HttpSettings(
                    ZoneOffset.UTC,
                    Optional.of(new AccessToken(READ_TOKEN)),
                    1000,
                    Set.of(),
                    TrustedProxies.NONE);

    /// More than any body may have but a recording.
    private static final String LARGE = "[" + "1,".repeat(40 * 1024) + "1]";

    private final AtomicReference<Instant> now = new AtomicReference<>(Meetings.NOON);
    private final Site site =
            Site.with(Wiring.routes(GUARDED, new InMemoryMeetingStore(), now::get)::onHttpListener);

    @AfterEach
    void close() {
        site.close();
    }

    /// One that is installed here: health and metrics are not.
    private record Route(String method, String path, Operation operation) {

        @Override
        public String toString() {
            return method + " " + path;
        }

        List<SecurityRequirement> security() {
            return Objects.requireNonNullElse(operation.getSecurity(), DOCUMENT.getSecurity());
        }

        boolean isOpenFor(String scheme) {
            return security().isEmpty()
                    || security().stream().anyMatch(each -> each.containsKey(scheme));
        }
    }

    private static List<Route> routes() {
        List<Route> routes = new ArrayList<>();
        DOCUMENT.getPaths()
                .forEach(
                        (path, item) ->
                                item.readOperationsMap()
                                        .forEach(
                                                (method, operation) ->
                                                        routes.add(
                                                                new Route(
                                                                        method.name(),
                                                                        path,
                                                                        operation))));
        routes.removeIf(route -> route.path().startsWith("/observe/"));
        return routes;
    }

    /// Who asks; what is asked for is what a body says.
    private enum Asker {
        NOBODY,
        GUESSER,
        READER,
        ADMINISTRATOR,
        READER_SESSION,
        SESSION,
        SESSION_ELSEWHERE;

        private void sign(HttpRequest.Builder request, ApiAnswersTest test) {
            switch (this) {
                case NOBODY -> {}
                case GUESSER -> request.header("X-API-Token", "guessed");
                case READER -> request.header("X-API-Token", READ_TOKEN);
                case ADMINISTRATOR -> request.header("X-API-Token", FrontDesk.ADMIN_TOKEN);
                case READER_SESSION ->
                        request.header("Cookie", test.cookie(READ_TOKEN))
                                .header("Origin", test.origin());
                case SESSION ->
                        request.header("Cookie", test.cookie(FrontDesk.ADMIN_TOKEN))
                                .header("Origin", test.origin());
                case SESSION_ELSEWHERE ->
                        request.header("Cookie", test.cookie(FrontDesk.ADMIN_TOKEN))
                                .header("Origin", "http://evil.example");
            }
        }
    }

    private String origin() {
        return "http://127.0.0.1:" + site.port();
    }

    private String cookie(String token) {
        var response =
                site.send(
                        site.to(SessionRouting.PATH)
                                .header("Origin", origin())
                                .POST(BodyPublishers.ofString("{\"token\":\"" + token + "\"}")));
        return Site.header(response, "Set-Cookie").replaceFirst(";.*", "");
    }

    /// The status. Each comes in a minute of its own, so that nobody has asked or failed too often.
    private int ask(Route route, Asker asker, String query, String body) {
        now.updateAndGet(each -> each.plus(Duration.ofMinutes(2)));
        HttpRequest.Builder request = site.to(route.path().replace("{id}", "m1") + query);
        asker.sign(request, this);
        request.method(
                route.method(),
                route.method().equals("POST")
                        ? BodyPublishers.ofString(body)
                        : BodyPublishers.noBody());
        if (route.method().equals("POST")) {
            request.header("Content-Type", "application/json");
        }
        return site.send(request).statusCode();
    }

    @Test
    void everyStatusThatIsAnsweredIsInIt() {
        Set<String> gaps = new TreeSet<>();
        Set<Integer> seen = new TreeSet<>();
        for (Route route : routes()) {
            for (Asker asker : Asker.values()) {
                note(route, ask(route, asker, "", "{}"), gaps, seen);
            }
            for (String body : List.of("", "{\"deviceId\":\"aa:01\"}", LARGE)) {
                note(route, ask(route, Asker.ADMINISTRATOR, "", body), gaps, seen);
            }
            note(route, ask(route, Asker.ADMINISTRATOR, "?limit=x&logger=%20", "{}"), gaps, seen);
        }
        assertEquals(Set.of(), gaps);
        assertTrue(seen.containsAll(Set.of(200, 400, 401, 403, 404, 413, 422)), seen::toString);
    }

    private static void note(Route route, int status, Set<String> gaps, Set<Integer> seen) {
        seen.add(status);
        if (!route.operation().getResponses().containsKey(Integer.toString(status))) {
            gaps.add(route + " " + status);
        }
    }

    @Test
    void whoNeedsATokenAndWhoMayComeWithASessionIsInIt() {
        assertEquals(
                those(route -> route.security().isEmpty()),
                those(route -> isLetIn(route, Asker.NOBODY)));
        assertEquals(
                those(route -> route.isOpenFor("session")),
                those(route -> isLetIn(route, Asker.SESSION)));
        assertEquals(
                those(route -> route.isOpenFor("apiToken")),
                those(route -> isLetIn(route, Asker.ADMINISTRATOR)));
    }

    private static Set<String> those(Predicate<Route> which) {
        Set<String> those = new TreeSet<>();
        routes().stream().filter(which).forEach(route -> those.add(route.toString()));
        return those;
    }

    /// Signing in and out is for pages only, which is another matter than who asks.
    private boolean isLetIn(Route route, Asker asker) {
        return route.path().equals(SessionRouting.PATH)
                || !Set.of(401, 403).contains(ask(route, asker, "", "{}"));
    }
}
