package dev.supie.adapter.in.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.application.enrolment.Enrolments.Choice;
import dev.supie.domain.enrolment.ActivationCode;
import dev.supie.domain.enrolment.EnrolmentDecider;
import dev.supie.domain.kernel.DeviceId;

import jakarta.json.JsonObject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Set;

/// OTA-1 with activation, T01 to T09: what a badge meets that an administrator has to approve.
class ActivationTest {

    private static final String OTA = "/supie/ota/";
    private static final String ACTIVATE = "/supie/ota/activate";
    private static final String DEVICE = "94:a9:90:00:00:01";

    private final FrontDesk desk = new FrontDesk(true, () -> Meetings.NOON);
    private final Site site =
            Site.with(Wiring.routes(desk.desk(), () -> Meetings.NOON)::onHttpListener);

    @AfterEach
    void close() {
        site.close();
    }

    private HttpRequest.Builder to(String path) {
        return site.to(path)
                .header("Device-Id", DEVICE)
                .header("Client-Id", "5e1f")
                .header("User-Agent", "badge-42/2.4.2");
    }

    private HttpResponse<String> post(String path, String body) {
        return site.send(to(path).POST(BodyPublishers.ofString(body)));
    }

    private JsonObject ask() {
        HttpResponse<String> response = post(OTA, "{}");
        assertEquals(200, response.statusCode(), response.body());
        assertTrue(response.body().length() < 8192);
        return Site.json(response);
    }

    private void approve() {
        String code = ask().getJsonObject("activation").getString("code");
        desk.enrolments.approve(new Choice.Code(new ActivationCode(code)));
    }

    private static String token(JsonObject answer) {
        return answer.getJsonObject("websocket").getString("token");
    }

    @Nested
    class Booting {

        @Test
        void t01t06AnUnknownBadgeIsToldEverythingThatFirmwareReads() {
            assertEquals(
                    "{\"server_time\":{\"timestamp\":1795262400000,\"timezone_offset\":480},"
                            + "\"firmware\":{\"version\":\"0.0.0\",\"url\":\"\"},"
                            + "\"activation\":{"
                            + "\"message\":\"Ask your administrator to approve code 100001\","
                            + "\"code\":\"100001\","
                            + "\"challenge\":\"00000000000000000000000000000001\","
                            + "\"timeout_ms\":30000},"
                            + "\"websocket\":{\"url\":\"ws://192.168.7.9:8004/supie/v1/\","
                            + "\"token\":\"\"}}",
                    post(OTA, "{}").body());
        }

        @Test
        void theMessageIsInTheLanguageOfTheBadge() {
            HttpResponse<String> response =
                    site.send(
                            to(OTA).header("Accept-Language", "zh-CN")
                                    .POST(BodyPublishers.noBody()));

            String message = Site.json(response).getJsonObject("activation").getString("message");
            assertEquals("请管理员批准此设备，激活码 100001", message);
        }

        @Test
        void t02AThirtyKilobytePartitionListChangesNothing() {
            String list = "{\"label\":\"p\",\"size\":\"4096\"},".repeat(1200);
            String body = "{\"partition_table\":[" + list + "{}],\"unknown\":1e400}";

            HttpResponse<String> response = post(OTA, body);

            assertTrue(body.length() > 30_000);
            assertEquals(200, response.statusCode());
            assertTrue(Site.json(response).containsKey("activation"));
        }

        @Test
        void t03WithoutADeviceIdNobodyBeginsToWait() {
            HttpResponse<String> response =
                    site.send(
                            site.to(OTA).header("Client-Id", "5e1f").POST(BodyPublishers.noBody()));

            assertEquals(400, response.statusCode());
            assertEquals(0, desk.store.writes());
        }

        @Test
        void withoutAClientIdNobodyBeginsToWait() {
            HttpResponse<String> response =
                    site.send(
                            site.to(OTA).header("Device-Id", DEVICE).POST(BodyPublishers.noBody()));

            assertEquals(400, response.statusCode());
            assertEquals("missing: Client-Id header", Site.json(response).getString("error"));
            assertEquals(0, desk.store.writes());
        }

        @Test
        void brokenQuestionsHaveNoEffect() {
            assertEquals(400, post(OTA, "[1]").statusCode());
            assertEquals(0, desk.store.writes());
        }

        @Test
        void t06AfterApprovalThereIsATokenAndNoActivation() {
            approve();

            JsonObject answer = ask();

            assertEquals(Set.of("server_time", "firmware", "websocket"), answer.keySet());
            assertFalse(token(answer).isBlank());
            assertEquals(token(answer), token(ask()));
        }

        @Test
        void anotherClientWithTheIdOfAnApprovedBadgeIsNotToldTheToken() {
            approve();

            HttpResponse<String> response =
                    site.send(
                            site.to(OTA)
                                    .header("Device-Id", DEVICE)
                                    .header("Client-Id", "another")
                                    .POST(BodyPublishers.noBody()));

            assertEquals("", token(Site.json(response)));
            assertTrue(Site.json(response).containsKey("activation"));
        }

        @Test
        void aRevokedBadgeIsToldNeitherCodeNorToken() {
            approve();
            desk.enrolments.revoke(new DeviceId(DEVICE));

            JsonObject answer = ask();

            assertFalse(answer.containsKey("activation"));
            assertEquals("", token(answer));
        }

        @Test
        void oneTooManyIsToldToComeLater() {
            for (int i = 0; i < EnrolmentDecider.PENDING_MAX; i++) {
                assertEquals(
                        200,
                        site.send(
                                        site.to(OTA + "?device-id=other-" + i)
                                                .header("Client-Id", "x")
                                                .POST(BodyPublishers.noBody()))
                                .statusCode());
            }

            HttpResponse<String> response = post(OTA, "{}");

            assertEquals(503, response.statusCode());
            assertEquals("10", Site.header(response, "retry-after"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"1.8.2", "99.0.0"})
        void t08t09NoUpgradeIsOfferedSoNothingIsEverDownloaded(String version) {
            JsonObject answer =
                    Site.json(post(OTA, "{\"application\":{\"version\":\"" + version + "\"}}"));

            assertEquals(version, answer.getJsonObject("firmware").getString("version"));
            assertEquals("", answer.getJsonObject("firmware").getString("url"));
        }
    }

    @Nested
    class Activating {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "{}",
                    "{\"algorithm\":\"hmac-sha256\",\"serial_number\":\"unknown\","
                            + "\"challenge\":\"c\",\"hmac\":\"00\"}",
                    "{\"Payload\":{\"algorithm\":\"hmac-sha256\",\"serial_number\":\"unknown\","
                            + "\"challenge\":\"c\",\"hmac\":\"00\"}}",
                    "{\"serial_number\":\"SN-1\",\"challenge\":\"c\",\"hmac\":\"genuine\"}",
                    "{\"Payload\":{\"serial_number\":\"SN-1\",\"challenge\":\"c\","
                            + "\"hmac\":\"genuine\"}}"
                })
        void t06t07EveryFormOfBodyWaitsUntilApprovedAndIsDoneThen(String body) {
            ask();
            HttpResponse<String> before = post(ACTIVATE, body);
            approve();
            HttpResponse<String> after = post(ACTIVATE, body);

            assertEquals(202, before.statusCode(), before.body());
            assertEquals("{\"success\":true,\"data\":{\"state\":\"waiting\"}}", before.body());
            assertEquals(200, after.statusCode(), after.body());
            assertEquals("{\"success\":true,\"data\":{\"state\":\"activated\"}}", after.body());
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{\"serial_number\":\"SN-1\",\"challenge\":\"c\",\"hmac\":\"0000\"}",
                    "{\"Payload\":{\"serial_number\":\"SN-1\",\"challenge\":\"c\","
                            + "\"hmac\":\"0000\"}}"
                })
        void t07AWrongHmacNeverActivates(String body) {
            ask();
            assertEquals(403, post(ACTIVATE, body).statusCode());
            approve();
            assertEquals(403, post(ACTIVATE, body).statusCode());
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "[]",
                    "no json",
                    "{\"hmac\":\"00\"}",
                    "{\"algorithm\":\"none\"}",
                    "{\"Payload\":{\"algorithm\":\"md5\"}}"
                })
        void brokenBodiesAreRefused(String body) {
            approve();

            assertEquals(400, post(ACTIVATE, body).statusCode());
        }

        @Test
        void deepAndLargeBodiesAreRefused() {
            String deep = "{\"a\":".repeat(40) + "1" + "}".repeat(40);

            assertEquals(400, post(ACTIVATE, deep).statusCode());
            assertEquals(
                    413,
                    post(ACTIVATE, " ".repeat(ActivationRouting.BODY_BYTES_MAX + 1)).statusCode());
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "/supie/ota/activate",
                    "/supie/ota/activate/",
                    "/xiaozhi/ota/activate",
                    "/xiaozhi/ota/activate/"
                })
        void t05EveryPathLeadsToTheSameDesk(String path) {
            assertEquals(202, post(path, "{}").statusCode());
            approve();
            assertEquals(200, post(path, "{}").statusCode());
        }

        @Test
        void t03WithoutADeviceIdItIsRefused() {
            HttpResponse<String> response =
                    site.send(site.to(ACTIVATE).POST(BodyPublishers.ofString("{}")));

            assertEquals(400, response.statusCode());
        }

        @Test
        void aRejectedBadgeIsToldSo() {
            String code = ask().getJsonObject("activation").getString("code");
            desk.enrolments.reject(new Choice.Code(new ActivationCode(code)));

            assertEquals(403, post(ACTIVATE, "{}").statusCode());
        }

        @ParameterizedTest
        @ValueSource(strings = {"/supie/ota/activate", "/xiaozhi/ota/activate/"})
        void t04PreflightAllowsTheHeadersOfABrowserPage(String path) {
            HttpResponse<String> response =
                    site.send(
                            site.to(path)
                                    .header("Origin", "http://elsewhere.example")
                                    .header("Access-Control-Request-Method", "POST")
                                    .method("OPTIONS", BodyPublishers.noBody()));

            assertEquals(204, response.statusCode());
            assertEquals("*", Site.header(response, "access-control-allow-origin"));
            String allowed = Site.header(response, "access-control-allow-headers");
            for (String name : new String[] {"content-type", "device-id", "client-id"}) {
                assertTrue(allowed.contains(name), allowed);
            }
        }

        @Test
        void aStoreThatFailsIsNoRefusal() {
            desk.store.fail(true);

            assertEquals(503, post(ACTIVATE, "{}").statusCode());
            assertEquals(503, post(OTA, "{}").statusCode());
        }
    }

    @Nested
    class WhileEverybodyIsLetIn {

        private final Site open =
                Site.with(
                        Wiring.routes(
                                        new FrontDesk(false, () -> Meetings.NOON).desk(),
                                        () -> Meetings.NOON)
                                ::onHttpListener);

        @AfterEach
        void close() {
            open.close();
        }

        @Test
        void t06ThereIsNothingToWaitFor() {
            HttpResponse<String> response =
                    open.send(
                            open.to(ACTIVATE)
                                    .header("Device-Id", DEVICE)
                                    .POST(BodyPublishers.ofString("{}")));

            assertEquals(200, response.statusCode());
        }
    }
}
