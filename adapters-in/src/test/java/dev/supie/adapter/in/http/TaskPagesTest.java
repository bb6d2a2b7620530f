package dev.supie.adapter.in.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.supie.adapter.in.network.TrustedProxies;
import dev.supie.application.access.WebOrigin;
import dev.supie.application.fake.InMemoryMeetingStore;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;

/// Which web pages may read and change tasks (REST-1, WF-9).
class TaskPagesTest {

    private static final String CONSOLE = "https://console.example.com";
    private static final String TASK = "{\"groupKey\":\"g\",\"tasks\":[{\"title\":\"x\"}]}";

    private final Site site =
            Site.with(
                    Wiring.routes(
                                    new HttpSettings(
                                            ZoneOffset.UTC,
                                            Optional.empty(),
                                            1000,
                                            Set.of(WebOrigin.of(CONSOLE).orElseThrow()),
                                            TrustedProxies.NONE),
                                    new InMemoryMeetingStore(),
                                    () -> Meetings.NOON)
                            ::onHttpListener);

    @AfterEach
    void close() {
        site.close();
    }

    private HttpResponse<String> write(String origin) {
        return site.send(
                site.to("/supie/workflow/tasks")
                        .header("Origin", origin)
                        .POST(BodyPublishers.ofString(TASK)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/supie/workflow", "/supie/workflow/tasks"})
    void aConfiguredPageMayReadAndChange(String path) {
        HttpResponse<String> response =
                site.send(
                        site.to(path)
                                .header("Origin", CONSOLE)
                                .header("Access-Control-Request-Method", "POST")
                                .method("OPTIONS", BodyPublishers.noBody()));

        assertEquals(204, response.statusCode());
        assertEquals(CONSOLE, Site.header(response, "access-control-allow-origin"));
        assertEquals("GET, POST", Site.header(response, "access-control-allow-methods"));
        assertEquals(
                "authorization, x-api-token, content-type",
                Site.header(response, "access-control-allow-headers"));
        assertEquals(200, write(CONSOLE).statusCode());
    }

    /// A browser would send it, even without being asked whether it may.
    @ParameterizedTest
    @ValueSource(
            strings = {"https://evil.example", "null", "file://", "http://console.example.com"})
    void anyOtherPageChangesNothing(String origin) {
        HttpResponse<String> refused = write(origin);

        assertEquals(403, refused.statusCode());
        assertEquals(
                "{\"success\":false,\"error\":\"pages of this origin may not change anything; see"
                        + " server.allowed_origins\"}",
                refused.body());
        assertEquals(
                0,
                Site.json(site.read("/supie/workflow?groupKey=g"))
                        .getJsonObject("data")
                        .getInt("total"));
    }

    @Test
    void theServersOwnPagesAndProgramsMay() {
        assertEquals(200, write("http://127.0.0.1:8003").statusCode());
        assertEquals(
                200,
                site.send(site.to("/supie/workflow/tasks").POST(BodyPublishers.ofString(TASK)))
                        .statusCode());
    }
}
