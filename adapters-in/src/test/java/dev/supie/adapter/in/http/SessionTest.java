package dev.supie.adapter.in.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.adapter.in.network.TrustedProxies;
import dev.supie.application.fake.InMemoryMeetingStore;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

/// Signing in at the console with a token, and what the cookie is good for.
class SessionTest {

    private static final String SESSION = "/supie/admin/session";
    private static final String DEVICES = "/supie/admin/devices";
    private static final String READ_TOKEN = "read-token-of-the-team";
    private static final HttpSettings GUARDED =
            new HttpSettings(
                    ZoneOffset.UTC,
                    Optional.of(new AccessToken(READ_TOKEN)),
                    1000,
                    Set.of(),
                    TrustedProxies.NONE);

    private final AtomicReference<Instant> now = new AtomicReference<>(Meetings.NOON);
    private final Site site =
            Site.with(Wiring.routes(GUARDED, new InMemoryMeetingStore(), now::get)::onHttpListener);

    @AfterEach
    void close() {
        site.close();
    }

    private String origin() {
        return "http://127.0.0.1:" + site.port();
    }

    private HttpResponse<String> signIn(String token) {
        return site.send(
                site.to(SESSION)
                        .header("Origin", origin())
                        .POST(BodyPublishers.ofString("{\"token\":\"" + token + "\"}")));
    }

    private String cookie(String token) {
        var response = signIn(token);
        assertEquals(200, response.statusCode(), response.body());
        return Site.header(response, "Set-Cookie").replaceFirst(";.*", "");
    }

    private HttpRequest.Builder as(String cookie, String path) {
        return site.to(path).header("Cookie", cookie);
    }

    private int approve(HttpRequest.Builder request) {
        return site.send(request.POST(BodyPublishers.ofString("{\"code\":\"100001\"}")))
                .statusCode();
    }

    private String role(String cookie) {
        var response = site.send(as(cookie, SESSION));
        return Site.json(response).getJsonObject("data").getString("role");
    }

    @Test
    void scriptsCannotReadTheCookieAndOtherSitesCannotSendIt() {
        String cookie = Site.header(signIn(FrontDesk.ADMIN_TOKEN), "Set-Cookie");

        assertTrue(
                cookie.matches(
                        "supie-session=[0-9a-f]{64}; Path=/; HttpOnly; SameSite=Strict;"
                                + " Max-Age=28800"),
                cookie);
    }

    @Test
    void anAdministratorReadsAndDecides() {
        String cookie = cookie(FrontDesk.ADMIN_TOKEN);

        assertEquals("administrator", role(cookie));
        assertEquals(200, site.send(as(cookie, DEVICES)).statusCode());
        assertEquals(200, site.send(as(cookie, "/supie/meetings/recent")).statusCode());
        // There is nobody with that code, which only who may approve is told.
        assertEquals(404, approve(as(cookie, DEVICES + "/approve").header("Origin", origin())));
    }

    /// It has the token in it, and no page may get hold of that (ADR 0027).
    @Test
    void aSessionIsNotEnoughForABackup() {
        String cookie = cookie(FrontDesk.ADMIN_TOKEN);

        var response = site.send(as(cookie, "/supie/admin/backup").header("Origin", origin()));

        assertEquals(403, response.statusCode());
        assertTrue(response.body().contains("the admin token itself"), response.body());
    }

    @Test
    void aReaderReadsAndChangesNothing() {
        String cookie = cookie(READ_TOKEN);

        assertEquals("reader", role(cookie));
        assertEquals(200, site.send(as(cookie, "/supie/meetings/recent")).statusCode());
        assertEquals(403, site.send(as(cookie, DEVICES)).statusCode());
        assertEquals(403, approve(as(cookie, DEVICES + "/approve").header("Origin", origin())));
        assertEquals(
                403, approve(as(cookie, "/supie/workflow/complete").header("Origin", origin())));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://evil.example", "http://127.0.0.1:1", "null", "https://127.0.0.1"})
    void aCookieFromAnotherPageChangesNothing(String origin) {
        String cookie = cookie(FrontDesk.ADMIN_TOKEN);

        assertEquals(403, approve(as(cookie, DEVICES + "/approve").header("Origin", origin)));
        assertEquals(403, approve(as(cookie, "/supie/workflow/complete").header("Origin", origin)));
        assertEquals(
                403,
                site.send(
                                site.to(SESSION)
                                        .header("Origin", origin)
                                        .POST(
                                                BodyPublishers.ofString(
                                                        "{\"token\":\"let-me-administrate\"}")))
                        .statusCode());
    }

    @Test
    void aCookieWithoutAPageChangesNothing() {
        assertEquals(403, approve(as(cookie(FrontDesk.ADMIN_TOKEN), DEVICES + "/approve")));
    }

    @Test
    void nobodyIsNobody() {
        var response = site.read(SESSION);

        assertEquals(200, response.statusCode());
        assertEquals(
                "{\"success\":true,\"data\":{\"role\":\"nobody\",\"readable\":false}}",
                response.body());
        assertEquals("nobody", role("supie-session=" + "0".repeat(64)));
        assertEquals(401, site.read("/supie/meetings/recent").statusCode());
    }

    @Test
    void whoSignsOutIsNobodyAgain() {
        String cookie = cookie(FrontDesk.ADMIN_TOKEN);

        var response = site.send(as(cookie, SESSION).header("Origin", origin()).DELETE());

        assertEquals(200, response.statusCode());
        assertTrue(Site.header(response, "Set-Cookie").endsWith("Max-Age=0"));
        assertEquals("nobody", role(cookie));
        assertEquals(401, site.send(as(cookie, DEVICES)).statusCode());
    }

    @Test
    void aSessionEndsAfterEightHours() {
        String cookie = cookie(FrontDesk.ADMIN_TOKEN);

        now.set(Meetings.NOON.plus(Sessions.LIFE).minusMillis(1));
        assertEquals("administrator", role(cookie));
        now.set(Meetings.NOON.plus(Sessions.LIFE));
        assertEquals("nobody", role(cookie));
    }

    @Test
    void oneSessionTooManyEndsTheFirst() {
        String first = cookie(FrontDesk.ADMIN_TOKEN);
        String second = cookie(FrontDesk.ADMIN_TOKEN);
        for (int opened = 2; opened < Sessions.SESSIONS_MAX; opened++) {
            cookie(FrontDesk.ADMIN_TOKEN);
        }
        assertEquals("administrator", role(first));

        cookie(FrontDesk.ADMIN_TOKEN);

        assertEquals("nobody", role(first));
        assertEquals("administrator", role(second));
    }

    @Test
    void readersDoNotSignAdministratorsOut() {
        String administrator = cookie(FrontDesk.ADMIN_TOKEN);
        for (int opened = 0; opened <= Sessions.SESSIONS_MAX; opened++) {
            cookie(READ_TOKEN);
        }

        assertEquals("administrator", role(administrator));
    }

    /// Each leaves a note, and nobody may fill the trail.
    @Test
    void signingInIsLimitedToo() {
        for (int opened = 0; opened < AdminGate.SIGN_INS_MAX; opened++) {
            cookie(READ_TOKEN);
        }

        assertEquals(429, signIn(READ_TOKEN).statusCode());
        now.set(Meetings.NOON.plus(AdminGate.WINDOW));
        assertEquals(200, signIn(READ_TOKEN).statusCode());
    }

    /// AUTH-3: guessing is slow here too.
    @Test
    void auth3WhoGuessesIsNotListenedTo() {
        for (int guess = 0; guess < AdminGate.FAILED_MAX; guess++) {
            assertEquals(401, signIn("guess-" + guess).statusCode());
        }

        var response = signIn(FrontDesk.ADMIN_TOKEN);

        assertEquals(429, response.statusCode());
        assertFalse(Site.header(response, "Retry-After").isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{}", "{\"token\":7}"})
    void aTokenMustBeSaid(String body) {
        assertEquals(
                400,
                site.send(
                                site.to(SESSION)
                                        .header("Origin", origin())
                                        .POST(BodyPublishers.ofString(body)))
                        .statusCode());
    }
}
