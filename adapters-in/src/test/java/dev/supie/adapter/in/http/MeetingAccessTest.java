package dev.supie.adapter.in.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.adapter.in.network.TrustedProxies;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

/// REST-1: who may read, how fast, and what is said when the store fails.
class MeetingAccessTest {

    private static final String RECENT = "/supie/meetings/recent";

    private final AtomicReference<Instant> now = new AtomicReference<>(Meetings.NOON);
    private final ShelfOfMeetings shelf = new ShelfOfMeetings();

    private Site site(Optional<AccessToken> token) {
        return site(token, TrustedProxies.NONE);
    }

    private Site site(Optional<AccessToken> token, TrustedProxies proxies) {
        var settings = new HttpSettings(ZoneOffset.UTC, token, 10, Set.of(), proxies);
        return Site.with(Wiring.routes(settings, shelf, now::get)::onHttpListener);
    }

    @Nested
    class WithAToken {

        private final Site site = site(Optional.of(new AccessToken("s3cret")));

        @AfterEach
        void close() {
            site.close();
        }

        @ParameterizedTest
        @CsvSource({
            "Authorization, Bearer s3cret",
            "authorization, bearer  s3cret",
            "X-API-Token, s3cret",
            "x-api-token, s3cret"
        })
        void eitherHeaderOpens(String name, String value) {
            assertEquals(200, site.send(site.to(RECENT).header(name, value)).statusCode());
        }

        @ParameterizedTest
        @CsvSource({
            "Authorization, Bearer wrong",
            "Authorization, s3cret",
            "Authorization, Basic s3cret",
            "Authorization, Bearer",
            "X-API-Token, S3CRET",
            "X-API-Token, Bearer s3cret",
            "X-Other, s3cret"
        })
        void anythingElseIsUnauthorized(String name, String value) {
            assertUnauthorized(site.send(site.to(RECENT).header(name, value)));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    RECENT,
                    RECENT + "?token=s3cret&api_token=s3cret",
                    "/supie/meetings/nope",
                    "/supie/meetings/nope/transcript?limit=x"
                })
        void withoutAHeaderNothingIsToldNotEvenWhatExists(String path) {
            assertUnauthorized(site.read(path));
        }

        private void assertUnauthorized(HttpResponse<String> response) {
            assertEquals(401, response.statusCode());
            assertEquals("Bearer", Site.header(response, "www-authenticate"));
            assertFalse(Site.json(response).getBoolean("success"));
            assertFalse(response.body().contains("s3cret"));
        }

        @Test
        void guessingIsSlowedDown() {
            for (int i = 0; i < 10; i++) {
                assertUnauthorized(site.send(site.to(RECENT).header("X-API-Token", "guess" + i)));
            }

            assertEquals(
                    429, site.send(site.to(RECENT).header("X-API-Token", "s3cret")).statusCode());
        }
    }

    @ParameterizedTest
    @CsvSource({"127.0.0.1, 200", "10.0.0.1, 429"})
    void onlyATrustedProxySpeaksForOthers(String trusted, int second) {
        try (Site site = site(Optional.empty(), TrustedProxies.of(List.of(trusted)))) {
            for (int i = 0; i < 10; i++) {
                assertEquals(200, readFor("192.0.2.1", site));
            }
            assertEquals(429, readFor("192.0.2.1", site));
            assertEquals(second, readFor("192.0.2.2", site));
        }
    }

    private static int readFor(String client, Site site) {
        return site.send(site.to(RECENT).header("X-Forwarded-For", client)).statusCode();
    }

    @Nested
    class WithoutAToken {

        private final Site site = site(Optional.empty());

        @AfterEach
        void close() {
            site.close();
        }

        @Test
        void eleventhRequestOfASecondIsTooMany() {
            for (int i = 0; i < 10; i++) {
                assertEquals(200, site.read(RECENT).statusCode());
            }

            var refused = site.read(RECENT);

            assertEquals(429, refused.statusCode());
            assertEquals("1", Site.header(refused, "retry-after"));
            assertFalse(Site.json(refused).getBoolean("success"));
            now.set(Meetings.NOON.plusSeconds(1));
            assertEquals(200, site.read(RECENT).statusCode());
        }

        @Test
        void rateIsForMeetingsOnly() {
            for (int i = 0; i < 20; i++) {
                assertEquals(200, site.read("/supie/ota/").statusCode());
            }
        }

        @ParameterizedTest
        @ValueSource(strings = {RECENT, "/supie/meetings/m", "/supie/meetings/m/transcript"})
        void failingStoreIsUnavailableWithoutDetails(String path) {
            shelf.failWith(ShelfOfMeetings.diskFull());

            var response = site.read(path);

            assertEquals(503, response.statusCode());
            assertEquals("5", Site.header(response, "retry-after"));
            assertEquals("no-store", Site.header(response, "cache-control"));
            assertEquals(
                    "{\"success\":false,"
                            + "\"error\":\"the store is not available, try again later\"}",
                    response.body());
        }

        @Test
        void bugIsAnInternalErrorWithoutDetails() {
            shelf.failWith(new IllegalStateException("secret detail"));

            var response = site.read(RECENT);

            assertEquals(500, response.statusCode());
            assertFalse(response.body().contains("secret"));
            assertTrue(response.body().contains("internal server error"));
            assertEquals("no-store", Site.header(response, "cache-control"));
        }
    }
}
