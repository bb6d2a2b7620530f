package dev.supie.adapter.in.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.application.enrolment.Enrolments.Progress;
import dev.supie.application.enrolment.Enrolments.Question;
import dev.supie.domain.kernel.DeviceId;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/// OTA-1, REST-1: administrators list, approve, reject and revoke badges.
class DeviceAdministrationTest {

    private static final String DEVICES = "/supie/admin/devices";

    private final AtomicReference<Instant> now = new AtomicReference<>(Meetings.NOON);
    private final FrontDesk desk = new FrontDesk(true, now::get);
    private final Site site = Site.with(Wiring.routes(desk.desk(), now::get)::onHttpListener);

    @AfterEach
    void close() {
        site.close();
    }

    private static Question question(String device) {
        return new Question(new DeviceId(device), "client", "badge/1.0 at 10.0.0.7");
    }

    private HttpResponse<String> list(String query) {
        return site.send(
                site.to(DEVICES + query)
                        .header("Authorization", "Bearer " + FrontDesk.ADMIN_TOKEN));
    }

    private HttpResponse<String> post(String verb, String body) {
        return site.send(
                site.to(DEVICES + "/" + verb)
                        .header("X-API-Token", FrontDesk.ADMIN_TOKEN)
                        .POST(BodyPublishers.ofString(body)));
    }

    private static JsonArray devices(HttpResponse<String> response) {
        assertEquals(200, response.statusCode(), response.body());
        return Site.json(response).getJsonObject("data").getJsonArray("devices");
    }

    private static String error(HttpResponse<String> response) {
        JsonObject envelope = Site.json(response);
        assertFalse(envelope.getBoolean("success"));
        return envelope.getString("error");
    }

    private Progress progress(String device) {
        return desk.enrolments.progress(question(device), Optional.empty());
    }

    @Test
    void whatWasTalkedAboutIsForgotten() {
        HttpResponse<String> response = post("forget", "{\"deviceId\":\" AA:01\"}");
        assertEquals(200, response.statusCode());
        assertEquals("{\"success\":true,\"data\":{\"deviceId\":\"aa:01\"}}", response.body());
        assertEquals(List.of(new DeviceId("aa:01")), desk.forgotten);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "{\"deviceId\":\"\"}", "{\"deviceId\":7}", "[]"})
    void whoIsToBeForgottenMustBeSaid(String body) {
        assertEquals(400, post("forget", body).statusCode());
        assertEquals(List.of(), desk.forgotten);
    }

    @Nested
    class Listing {

        @Test
        void aBadgeThatWaitsIsShownWithItsCode() {
            desk.enrolments.ask(question("a"));

            assertEquals(
                    "{\"success\":true,\"data\":{\"offset\":0,\"limit\":100,\"devices\":["
                            + "{\"deviceId\":\"a\",\"state\":\"pending\",\"code\":\"100001\","
                            + "\"since\":\"2026-11-21T12:00:00Z\",\"sinceMs\":1795262400000,"
                            + "\"askedAtMs\":1795262400000,"
                            + "\"about\":\"badge/1.0 at 10.0.0.7\"}]}}",
                    list("").body());
        }

        @Test
        void tokensAndClientIdsAreInNoPart() {
            desk.enrolments.ask(question("a"));
            post("approve", "{\"deviceId\":\"a\"}");

            JsonObject shown = devices(list("")).getJsonObject(0);

            assertEquals("approved", shown.getString("state"));
            assertFalse(shown.containsKey("code"));
            assertEquals(5, shown.size());
        }

        @Test
        void pagesAndStatesCanBeChosen() {
            for (String device : new String[] {"a", "b", "c", "d"}) {
                desk.enrolments.ask(question(device));
            }
            post("approve", "{\"deviceId\":\"a\"}");
            post("reject", "{\"deviceId\":\"b\"}");

            assertEquals(4, devices(list("?limit=4")).size());
            assertEquals(
                    "d",
                    devices(list("/?offset=1&limit=1")).getJsonObject(0).getString("deviceId"));
            assertEquals(
                    "b", devices(list("?state=revoked")).getJsonObject(0).getString("deviceId"));
            assertEquals(2, devices(list("?state=Pending")).size());
        }

        @ParameterizedTest
        @CsvSource({
            "?limit=0, 'limit must be an integer 1..500'",
            "?limit=501, 'limit must be an integer 1..500'",
            "?offset=-1, 'offset must be an integer 0..1000000000'",
            "?state=lost, 'state must be pending, approved or revoked'"
        })
        void wrongParametersAreNamed(String query, String error) {
            HttpResponse<String> response = list(query);

            assertEquals(400, response.statusCode());
            assertEquals(error, error(response));
        }
    }

    @Nested
    class Deciding {

        @ParameterizedTest
        @ValueSource(strings = {"{\"code\":\"100 001\"}", "{\"deviceId\":\"\\\"A\\\"\"}"})
        void byCodeOrById(String body) {
            desk.enrolments.ask(question("a"));

            HttpResponse<String> response = post("approve", body);

            assertEquals(200, response.statusCode(), response.body());
            assertEquals(
                    "approved",
                    Site.json(response).getJsonArray("data").getJsonObject(0).getString("state"));
            assertEquals(Progress.DONE, progress("a"));
        }

        @Test
        void rejectingAndRevoking() {
            desk.enrolments.ask(question("a"));
            desk.enrolments.ask(question("b"));
            post("approve", "{\"deviceId\":\"b\"}");

            assertEquals(200, post("reject/", "{\"code\":\"100001\"}").statusCode());
            assertEquals(200, post("revoke/", "{\"deviceId\":\"b\"}").statusCode());

            assertEquals(Progress.REFUSED, progress("a"));
            assertEquals(Progress.REFUSED, progress("b"));
        }

        @Test
        void severalThatClaimOneIdAreAConflict() {
            desk.enrolments.ask(question("a"));
            desk.enrolments.ask(new Question(new DeviceId("a"), "another client", ""));

            HttpResponse<String> response = post("approve", "{\"deviceId\":\"a\"}");

            assertEquals(409, response.statusCode());
            assertTrue(error(response).contains("use the code"));
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "approve | {\"code\":\"100001\"} | 404",
                    "approve | {\"deviceId\":\"nobody\"} | 404",
                    "reject | {\"code\":\"100001\"} | 404",
                    "revoke | {\"deviceId\":\"nobody\"} | 404",
                    "approve | {} | 400",
                    "approve | '' | 400",
                    "approve | [] | 400",
                    "approve | {\"code\":100001} | 400",
                    "approve | {\"code\":\"1\"} | 400",
                    "approve | {\"code\":\"100001\",\"deviceId\":\"a\"} | 400",
                    "approve | {\"deviceId\":\" \"} | 400",
                    "revoke | {\"code\":\"100001\"} | 400",
                    "approve | not json | 400"
                })
        void whatCannotBeIsToldApart(String verb, String body, int status) {
            HttpResponse<String> response = post(verb, body);

            assertEquals(status, response.statusCode(), response.body());
            assertFalse(error(response).isBlank());
        }

        @Test
        void aLargeBodyIsRefused() {
            assertEquals(
                    413,
                    post("approve", " ".repeat(DeviceRouting.BODY_BYTES_MAX + 1)).statusCode());
        }

        @Test
        void unknownVerbsAreNotFound() {
            assertEquals(404, post("promote", "{}").statusCode());
        }

        @Test
        void aStoreThatFailsIsUnavailable() {
            desk.store.fail(true);

            assertEquals(503, post("approve", "{\"code\":\"100001\"}").statusCode());
            assertEquals(503, list("").statusCode());
        }
    }

    @Nested
    class Guarding {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    DEVICES,
                    DEVICES + "/",
                    DEVICES + "?token=" + FrontDesk.ADMIN_TOKEN,
                    DEVICES + "?state=nonsense"
                })
        void withoutTheTokenNothingIsTold(String path) {
            HttpResponse<String> response = site.read(path);

            assertEquals(401, response.statusCode());
            assertEquals("Bearer", Site.header(response, "www-authenticate"));
            assertFalse(response.body().contains(FrontDesk.ADMIN_TOKEN));
        }

        @Test
        void withoutTheTokenNothingIsDone() {
            desk.enrolments.ask(question("a"));

            HttpResponse<String> response =
                    site.send(
                            site.to(DEVICES + "/approve")
                                    .header("Authorization", "Bearer wrong")
                                    .POST(BodyPublishers.ofString("{\"deviceId\":\"a\"}")));

            assertEquals(401, response.statusCode());
            assertEquals(Progress.WAITING, progress("a"));
        }

        @Test
        void noOtherOriginIsAllowed() {
            HttpResponse<String> response = list("");

            assertEquals("", Site.header(response, "access-control-allow-origin"));
        }

        /// Any page can have a browser ask without a token; that must not keep out who sits there.
        @Test
        void whoPresentsNothingDoesNotGuess() {
            for (int i = 0; i <= AdminGate.FAILED_MAX; i++) {
                assertEquals(401, site.read(DEVICES).statusCode());
            }

            assertEquals(200, list("").statusCode());
        }

        @Test
        void whoFailsTooOftenIsNotListenedToForAWhile() {
            for (int i = 0; i < AdminGate.FAILED_MAX; i++) {
                var guess = site.to(DEVICES).header("X-API-Token", "guess-" + i);
                assertEquals(401, site.send(guess).statusCode());
            }
            HttpResponse<String> refused = list("");
            assertEquals(429, refused.statusCode());
            assertEquals("3", Site.header(refused, "retry-after"));

            now.updateAndGet(time -> time.plusSeconds(3));

            assertEquals(200, list("").statusCode());
        }

        @Test
        void whoHasTheTokenMayAskAsOftenAsNeeded() {
            for (int i = 0; i < 3 * AdminGate.FAILED_MAX; i++) {
                assertEquals(200, list("").statusCode());
            }
        }
    }
}
