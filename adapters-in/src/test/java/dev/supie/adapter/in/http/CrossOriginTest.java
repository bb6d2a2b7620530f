package dev.supie.adapter.in.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.supie.adapter.in.network.TrustedProxies;
import dev.supie.application.access.WebOrigin;
import dev.supie.application.fake.InMemoryMeetingStore;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;

/// REST-1: which web pages may read meetings.
class CrossOriginTest {

    private static final String RECENT = "/supie/meetings/recent";
    private static final String CONSOLE = "https://console.example.com";
    private static final String ALLOW = "access-control-allow-origin";

    private final Site site = site(Set.of(WebOrigin.of(CONSOLE).orElseThrow()));

    private static Site site(Set<WebOrigin> origins) {
        var settings =
                new HttpSettings(
                        ZoneOffset.UTC,
                        Optional.of(new AccessToken("s3cret")),
                        3,
                        origins,
                        TrustedProxies.NONE);
        return Site.with(
                Wiring.routes(settings, new InMemoryMeetingStore(), () -> Meetings.NOON)
                        ::onHttpListener);
    }

    @AfterEach
    void close() {
        site.close();
    }

    private HttpResponse<String> preflight(String path, String origin, String method) {
        return site.send(
                site.to(path)
                        .header("Origin", origin)
                        .header("Access-Control-Request-Method", method)
                        .method("OPTIONS", BodyPublishers.noBody()));
    }

    private HttpRequest.Builder fromConsole(String path) {
        return site.to(path).header("Origin", CONSOLE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                RECENT,
                "/supie/meetings/search",
                "/supie/meetings/m1",
                "/supie/meetings/m1/export.md",
                "/supie/openapi.yaml"
            })
    void aConfiguredPageMayRead(String path) {
        HttpResponse<String> response = preflight(path, CONSOLE, "GET");

        assertEquals(204, response.statusCode());
        assertEquals("", response.body());
        assertEquals(CONSOLE, Site.header(response, ALLOW));
        assertEquals("GET", Site.header(response, "access-control-allow-methods"));
        assertEquals(
                "authorization, x-api-token",
                Site.header(response, "access-control-allow-headers"));
        assertEquals("600", Site.header(response, "access-control-max-age"));
        assertEquals("Origin", Site.header(response, "vary"));
        assertEquals("", Site.header(response, "access-control-allow-credentials"));
    }

    @Test
    void noPageMayRemove() {
        assertEquals(
                "GET",
                Site.header(
                        preflight("/supie/meetings/m1", CONSOLE, "DELETE"),
                        "access-control-allow-methods"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example",
                "http://console.example.com",
                "https://console.example.com:444",
                "https://console.example.com.evil.example",
                "null",
                "*",
                "console.example.com"
            })
    void anyOtherPageIsNotAllowed(String origin) {
        HttpResponse<String> asked = preflight(RECENT, origin, "GET");
        HttpResponse<String> read =
                site.send(site.to(RECENT).header("Origin", origin).header("X-API-Token", "s3cret"));

        assertEquals(204, asked.statusCode());
        assertEquals("", Site.header(asked, ALLOW));
        assertEquals("", Site.header(asked, "access-control-allow-methods"));
        // What it can do with that is up to its browser; a program is not held up.
        assertEquals(200, read.statusCode());
        assertEquals("", Site.header(read, ALLOW));
        assertEquals("Origin", Site.header(read, "vary"));
    }

    @ParameterizedTest
    @CsvSource({
        "s3cret, /supie/meetings/recent, 200",
        "s3cret, /supie/meetings/nope, 404",
        "s3cret, /supie/meetings/recent?limit=x, 400",
        "wrong, /supie/meetings/recent, 401"
    })
    void aPageCanReadRefusalsToo(String token, String path, int status) {
        HttpResponse<String> response = site.send(fromConsole(path).header("X-API-Token", token));

        assertEquals(status, response.statusCode());
        assertEquals(CONSOLE, Site.header(response, ALLOW));
        assertEquals(
                "content-disposition, retry-after",
                Site.header(response, "access-control-expose-headers"));
    }

    @Test
    void aPageSeesThatItAsksTooFastButAskingWhetherItMayIsFree() {
        for (int i = 0; i < 10; i++) {
            assertEquals(204, preflight(RECENT, CONSOLE, "GET").statusCode());
        }
        for (int i = 0; i < 3; i++) {
            site.send(fromConsole(RECENT));
        }
        HttpResponse<String> response = site.send(fromConsole(RECENT));

        assertEquals(429, response.statusCode());
        assertEquals(CONSOLE, Site.header(response, ALLOW));
        assertEquals("1", Site.header(response, "retry-after"));
    }

    @Test
    void administrationIsForNoPage() {
        HttpResponse<String> response = preflight("/supie/admin/devices", CONSOLE, "GET");

        assertEquals(404, response.statusCode());
        assertEquals("", Site.header(response, ALLOW));
    }

    @Test
    void withoutConfiguredOriginsNothingIsSaid() {
        try (Site closed = site(Set.of())) {
            HttpResponse<String> response =
                    closed.send(closed.to(RECENT).header("Origin", CONSOLE));

            assertEquals("", Site.header(response, ALLOW));
            assertFalse(response.headers().firstValue("vary").isPresent());
        }
    }
}
