package dev.supie.adapter.in.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/// OTA-1 without activation, T01 to T05.
class OtaTest {

    private static final String OTA = "/supie/ota/";
    private static final String DEVICE = "94:a9:90:00:00:01";

    private final Site site = Site.with(Wiring.routes()::onHttpListener);

    @AfterEach
    void close() {
        site.close();
    }

    private HttpResponse<String> post(String path, String body) {
        return post(path, BodyPublishers.ofString(body));
    }

    private HttpResponse<String> post(String path, BodyPublisher body) {
        return site.send(
                site.to(path)
                        .header("Device-Id", DEVICE)
                        .header("Client-Id", "5e1f")
                        .header("Content-Type", "application/json")
                        .POST(body));
    }

    private static String version(HttpResponse<String> response) {
        assertEquals(200, response.statusCode());
        return Site.json(response).getJsonObject("firmware").getString("version");
    }

    @Nested
    class Answering {

        @Test
        void t01EmptyObjectIsToldEverythingThatFirmwareReads() {
            var response = post(OTA, "{}");

            assertEquals(200, response.statusCode());
            assertEquals(
                    "{\"server_time\":{\"timestamp\":1795262400000,\"timezone_offset\":480},"
                            + "\"firmware\":{\"version\":\"0.0.0\",\"url\":\"\"},"
                            + "\"websocket\":{\"url\":\"ws://192.168.7.9:8004/supie/v1/\","
                            + "\"token\":\"\"}}",
                    response.body());
            assertEquals("application/json", Site.header(response, "content-type"));
            int length = response.body().getBytes(StandardCharsets.UTF_8).length;
            assertEquals(Integer.toString(length), Site.header(response, "content-length"));
            assertTrue(length < 8192);
        }

        @Test
        void t01ThereIsNeverAnMqttKey() {
            var answer = Site.json(post(OTA, "{\"mqtt\":{\"endpoint\":\"x\"}}"));

            assertEquals(Set.of("server_time", "firmware", "websocket"), answer.keySet());
        }

        @Test
        void t01AnswerToTheLongestVersionStaysUnderEightKilobytes() {
            String longest = "999999999.".repeat(5) + "999999999";

            var response = post(OTA, "{\"application\":{\"version\":\"" + longest + "\"}}");

            assertEquals(longest, version(response));
            assertTrue(response.body().length() < 8192);
        }

        @Test
        void t08SentVersionComesBackWithoutAnUpgrade() {
            var response = post(OTA, "{\"application\":{\"name\":\"x\",\"version\":\"2.4.2\"}}");

            assertEquals("2.4.2", version(response));
            assertEquals("", Site.json(response).getJsonObject("firmware").getString("url"));
        }

        @ParameterizedTest
        @CsvSource({
            "/supie/ota/, /supie/v1/",
            "/supie/ota, /supie/v1/",
            "/xiaozhi/ota/, /xiaozhi/v1/",
            "/xiaozhi/ota, /xiaozhi/v1/"
        })
        void t05EveryPathHandsOutTheWebSocketPathOfItsOwnTree(String path, String handedOut) {
            String url = "ws://192.168.7.9:8004" + handedOut;

            assertEquals(
                    url, Site.json(post(path, "{}")).getJsonObject("websocket").getString("url"));
            var line = site.read(path);
            assertEquals(200, line.statusCode());
            assertEquals("WebSocket address: " + url + "\n", line.body());
            assertEquals("text/plain", Site.header(line, "content-type"));
        }
    }

    @Nested
    class Identity {

        @ParameterizedTest
        @ValueSource(strings = {"Device-Id", "device_id", "X-Device-Id", "x-device_id"})
        void hs1EveryHeaderNameCounts(String name) {
            var response =
                    site.send(
                            site.to(OTA)
                                    .header(name, "\"94%3AA9%3A90\"")
                                    .POST(BodyPublishers.noBody()));

            assertEquals(200, response.statusCode());
        }

        @ParameterizedTest
        @ValueSource(strings = {"?device-id=94%3Aa9", "?device_id=a&x=y"})
        void hs1QueryCountsToo(String query) {
            var response = site.send(site.to(OTA + query).POST(BodyPublishers.noBody()));

            assertEquals(200, response.statusCode());
        }

        @Test
        void hs1EmptyNameGivesWayToTheNext() {
            var response =
                    site.send(
                            site.to(OTA + "?device-id=%20")
                                    .header("Device-Id", "''")
                                    .header("X-Device-Id", "b")
                                    .POST(BodyPublishers.noBody()));

            assertEquals(200, response.statusCode());
        }
    }

    @Nested
    class OtherOrigins {

        @ParameterizedTest
        @ValueSource(strings = {"/supie/ota/", "/xiaozhi/ota"})
        void t04PreflightAllowsTheHeadersOfABrowserPage(String path) {
            var response =
                    site.send(
                            site.to(path)
                                    .header("Origin", "http://elsewhere.example")
                                    .header("Access-Control-Request-Method", "POST")
                                    .header(
                                            "Access-Control-Request-Headers",
                                            "content-type,device-id,client-id")
                                    .method("OPTIONS", BodyPublishers.noBody()));

            assertEquals(204, response.statusCode());
            assertEquals("*", Site.header(response, "access-control-allow-origin"));
            assertTrue(
                    list(response, "access-control-allow-headers")
                            .containsAll(Set.of("content-type", "device-id", "client-id")));
            assertTrue(list(response, "access-control-allow-methods").contains("post"));
        }

        @Test
        void t04AnswerItselfMayBeReadByAnotherOrigin() {
            assertEquals("*", Site.header(post(OTA, "{}"), "access-control-allow-origin"));
            assertEquals("*", Site.header(site.read(OTA), "access-control-allow-origin"));
        }

        private Set<String> list(HttpResponse<String> response, String name) {
            String text = Site.header(response, name).toLowerCase(Locale.ROOT);
            return new TreeSet<>(List.of(text.split(", *", -1)));
        }
    }
}
