package dev.supie.adapter.in.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.adapter.in.network.TrustedProxies;
import dev.supie.application.access.WebOrigin;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;

/// `/supie/mcp` as a transport: who may come in, and what HTTP says of everything else.
class McpOverHttpTest {

    private static final String PATH = "/supie/mcp";
    private static final String READER = "reader";
    private static final String LIST = "{'jsonrpc':'2.0','id':1,'method':'tools/list'}";
    private static final String CALL =
            "{'jsonrpc':'2.0','id':1,'method':'tools/call','params':{'name':'tell_time'}}";

    private final Site site = site(Optional.of(new AccessToken(READER)));

    private static Site site(Optional<AccessToken> token) {
        HttpSettings settings =
                new HttpSettings(
                        ZoneOffset.UTC,
                        token,
                        1000,
                        Set.of(WebOrigin.of("https://team.example").orElseThrow()),
                        TrustedProxies.NONE);
        ToolDesk desk =
                new ToolDesk(
                        new FewTools("tell_time"),
                        new FewTools("tell_time", "add_task"),
                        Wiring.NO_AUDIO);
        return Site.with(Wiring.routes(settings, desk, () -> Meetings.NOON)::onHttpListener);
    }

    @AfterEach
    void close() {
        site.close();
    }

    private HttpRequest.Builder post(String path, String body) {
        return site.to(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body.replace('\'', '"')));
    }

    private HttpResponse<String> asked(String token, String body) {
        return site.send(post(PATH, body).header("Authorization", "Bearer " + token));
    }

    @Test
    void aReaderIsOfferedWhatReadsAndAnAdministratorEverything() {
        String read = asked(READER, LIST).body();
        String all = asked(FrontDesk.ADMIN_TOKEN, LIST).body();

        assertTrue(read.contains("tell_time") && !read.contains("add_task"), read);
        assertTrue(all.contains("tell_time") && all.contains("add_task"), all);
    }

    @Test
    void answersAreJsonThatNobodyStores() {
        HttpResponse<String> response = asked(READER, LIST);

        assertEquals(200, response.statusCode());
        assertEquals("application/json", Site.header(response, "content-type"));
        assertEquals("no-store", Site.header(response, "cache-control"));
    }

    @Test
    void nothingIsOpenWithoutAToken() {
        try (Site open = site(Optional.empty())) {
            HttpRequest.Builder request =
                    open.to(PATH)
                            .header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofString(LIST.replace('\'', '"')));
            assertEquals(401, open.send(request).statusCode());
            assertEquals(401, open.send(request.header("X-API-Token", "x")).statusCode());
        }
        HttpResponse<String> response = site.send(post(PATH, LIST));
        assertEquals(401, response.statusCode());
        assertEquals("Bearer", Site.header(response, "www-authenticate"));
    }

    @Test
    void guessingIsSlow() {
        for (int i = 0; i < AdminGate.FAILED_MAX; i++) {
            assertEquals(401, asked("guess-" + i, LIST).statusCode());
        }
        assertEquals(429, asked(FrontDesk.ADMIN_TOKEN, LIST).statusCode());
        assertEquals(200, asked(READER, LIST).statusCode());
    }

    @Test
    void somebodyActsAsTheAssistantOrAsTheBadgeThatIsNamed() {
        assertTrue(asked(READER, CALL).body().contains("assistant has called tell_time"));

        String named =
                site.send(
                                post(PATH + "/?deviceId=94:A9:90:00:00:01", CALL)
                                        .header("X-API-Token", READER))
                        .body();
        assertTrue(named.contains("94:a9:90:00:00:01 has called tell_time"), named);
    }

    @Test
    void aBadgeThatCannotBeIsRefused() {
        HttpResponse<String> response =
                site.send(post(PATH + "?deviceId=%00", CALL).header("X-API-Token", READER));

        assertEquals(400, response.statusCode());
        assertTrue(response.body().contains("deviceId"), response.body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "DELETE", "PUT", "HEAD"})
    void thereIsNeitherAStreamNorASession(String method) {
        HttpResponse<String> response =
                site.send(
                        site.to(PATH)
                                .header("X-API-Token", READER)
                                .method(method, HttpRequest.BodyPublishers.noBody()));

        assertEquals(405, response.statusCode());
        assertEquals("POST", Site.header(response, "allow"));
    }

    @Test
    void whatWantsNoAnswerIsAccepted() {
        HttpResponse<String> response =
                asked(READER, "{'jsonrpc':'2.0','method':'notifications/initialized'}");

        assertEquals(202, response.statusCode());
        assertEquals("", response.body());
    }

    @Test
    void whatIsNotUnderstoodIsRefusedInItsOwnWords() {
        HttpResponse<String> response = asked(READER, "nonsense");

        assertEquals(400, response.statusCode());
        assertTrue(response.body().contains("-32700"), response.body());
    }

    @ParameterizedTest
    @CsvSource({
        "https://team.example, 200",
        "https://evil.example, 403",
        "http://evil.example:8003, 403",
        "nonsense, 403",
        "null, 200",
        "http://127.0.0.1, 200",
        "http://127.0.0.1:3000, 200",
        "http://127.0.0.2, 403",
        "http://localhost, 403"
    })
    void pagesOfOtherOriginsAreKeptOut(String origin, int status) {
        assertEquals(
                status,
                site.send(post(PATH, LIST).header("X-API-Token", READER).header("Origin", origin))
                        .statusCode());
    }

    @Test
    void onlyJsonIsTaken() {
        HttpRequest.Builder text =
                site.to(PATH)
                        .header("X-API-Token", READER)
                        .header("Content-Type", "text/plain")
                        .POST(HttpRequest.BodyPublishers.ofString(LIST));

        assertEquals(415, site.send(text).statusCode());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/json, text/event-stream | 200",
                "*/* | 200",
                "application/* | 200",
                "text/event-stream | 406"
            })
    void onlyJsonIsGiven(String accept, int status) {
        assertEquals(
                status,
                site.send(post(PATH, LIST).header("X-API-Token", READER).header("Accept", accept))
                        .statusCode());
    }

    @Test
    void aBodyHasALimit() {
        String padding = " ".repeat(McpRouting.BODY_BYTES_MAX - LIST.length());

        assertEquals(200, asked(READER, LIST + padding).statusCode());
        assertEquals(413, asked(READER, LIST + padding + " ").statusCode());
    }

    @ParameterizedTest
    @CsvSource({"2025-06-18, 200", "2025-03-26, 200", "1999-01-01, 400"})
    void theVersionMustBeKnown(String version, int status) {
        assertEquals(
                status,
                site.send(
                                post(PATH, LIST)
                                        .header("X-API-Token", READER)
                                        .header("MCP-Protocol-Version", version))
                        .statusCode());
    }

    @Test
    void requestsAreCountedWithThoseForMeetings() {
        HttpSettings slow =
                new HttpSettings(
                        ZoneOffset.UTC,
                        Optional.of(new AccessToken(READER)),
                        1,
                        Set.of(),
                        TrustedProxies.NONE);
        ToolDesk desk = new ToolDesk(new FewTools(), new FewTools(), Wiring.NO_AUDIO);
        try (Site limited =
                Site.with(Wiring.routes(slow, desk, () -> Meetings.NOON)::onHttpListener)) {
            HttpRequest.Builder request =
                    limited.to("/supie/meetings/recent").header("X-API-Token", READER);
            assertEquals(200, limited.send(request).statusCode());
            HttpRequest.Builder post =
                    limited.to(PATH)
                            .header("X-API-Token", READER)
                            .POST(HttpRequest.BodyPublishers.ofString(LIST));
            assertEquals(429, limited.send(post).statusCode());
        }
    }
}
