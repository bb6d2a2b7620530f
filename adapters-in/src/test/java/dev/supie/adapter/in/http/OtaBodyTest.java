package dev.supie.adapter.in.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Collections;

/// What OTA makes of a body (OTA-1, T02, T03).
class OtaBodyTest {

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
    class Tolerance {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "  \n",
                    "{}",
                    "{\"application\":null}",
                    "{\"application\":\"1.2.3\"}",
                    "{\"application\":[\"1.2.3\"]}",
                    "{\"x\":{\"version\":\"1.2.3\"},\"application\":[\"1.2.3\"]}",
                    "{\"version\":\"1.2.3\",\"application\":[\"1.2.3\"]}",
                    "{\"application\":{\"x\":{\"version\":\"1.2.3\"}}}",
                    "{\"application\":{\"version\":[\"1.2.3\"]}}",
                    "{\"x\":{\"application\":{\"version\":\"1.2.3\"}}}",
                    "{\"application\":{}}",
                    "{\"application\":{\"version\":null}}",
                    "{\"application\":{\"version\":{\"major\":1}}}",
                    "{\"application\":{\"version\":true}}",
                    "{\"application\":{\"version\":1e400}}",
                    "{\"application\":{\"version\":1e999999999}}",
                    "{\"application\":{\"version\":\"\"}}",
                    "{\"application\":{\"version\":\"v2\"}}",
                    "{\"application\":{\"version\":\"1..2\"}}",
                    "{\"application\":{\"version\":\"1.2.3-beta\"}}",
                    "{\"application\":{\"version\":\"1.99999999999\"}}",
                    "{\"application\":{\"version\":\"１.２\"}}"
                })
        void t02VersionThatFirmwareCouldNotParseBecomesZero(String body) {
            assertEquals("0.0.0", version(post(OTA, body)));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{\"version\":\"2\",\"flash_size\":\"16777216\",\"minimum_free_heap_size\":8,"
                            + "\"application\":{\"version\":\"1.2.3\"}}",
                    "{\"brand new\":{\"x\":[1,2,{}]},\"application\":{\"version\":\"1.2.3\"}}",
                    "{\"board\":{\"ssid\":\"咖啡\"},\"application\":{\"version\":\"1.2.3\",\"z\":0}}",
                    "{\"application\":{\"x\":[{}],\"version\":\"1.2.3\",\"y\":{\"z\":8}}}",
                    "{\"application\":{\"version\":\"9\"},\"application\":{\"version\":\"1.2.3\"}}"
                })
        void t02UnknownKeysAndStringNumbersDoNotMatter(String body) {
            assertEquals("1.2.3", version(post(OTA, body)));
        }

        @Test
        void t02PartitionTableOfThirtyKilobytesIsFine() {
            String entry =
                    "{\"label\":\"ota_0\",\"type\":0,\"subtype\":16,\"address\":1,\"size\":2}";
            String table = String.join(",", Collections.nCopies(500, entry));
            assertTrue(table.length() > 30_000);

            var response =
                    post(
                            OTA,
                            "{\"partition_table\":["
                                    + table
                                    + "],\"application\":{\"version\":\"1.2.3\"}}");

            assertEquals("1.2.3", version(response));
        }

        @Test
        void t02NumberOfFiveThousandDigitsIsFine() {
            String digits = "9".repeat(5000);
            String body = "{\"flash_size\":" + digits + ",\"application\":{\"version\":";

            assertEquals("0.0.0", version(post(OTA, body + digits + "}}")));
            assertEquals("0.0.0", version(post(OTA, body + "0." + digits + "}}")));
        }

        @Test
        void t02NetworkNameThatIsNotUtf8IsFine() {
            byte[] body =
                    "{\"board\":{\"ssid\":\"\u00b9\u00ab\"},\"application\":{\"version\":\"1.2.3\"}}"
                            .getBytes(StandardCharsets.ISO_8859_1);

            assertEquals("1.2.3", version(post(OTA, BodyPublishers.ofByteArray(body))));
        }

        @Test
        void postWithoutAnyBodyIsFine() {
            assertEquals("0.0.0", version(post(OTA, BodyPublishers.noBody())));
        }
    }

    @Nested
    class Refusing {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{",
                    "{\"a\":1",
                    "{\"a\":{}",
                    "not json",
                    "{\"a\":}",
                    "{'a':1}",
                    "\u0000"
                })
        void whatIsNotJsonIsSaidToBeSo(String body) {
            assertRefused(400, "the body is not valid JSON", post(OTA, body));
        }

        @ParameterizedTest
        @ValueSource(strings = {"[]", "\"{}\"", "1", "null"})
        void jsonThatIsNoObjectIsSaidToBeSo(String body) {
            assertRefused(400, "the body must be a JSON object", post(OTA, body));
        }

        @Test
        void jsonAtTheDepthLimitIsReadAndOneLevelMoreIsRefused() {
            assertEquals("0.0.0", version(post(OTA, nested(32))));
            assertRefused(400, "the body is nested deeper than 32", post(OTA, nested(33)));
        }

        @Test
        void veryDeepJsonIsRefusedAndNotFatal() {
            assertRefused(400, "the body is nested deeper than 32", post(OTA, nested(30_000)));
        }

        private String nested(int depth) {
            return "{\"a\":" + "[".repeat(depth - 1) + "]".repeat(depth - 1) + "}";
        }

        @Test
        void bodyAtTheLimitIsReadAndOneByteMoreIsTooLarge() {
            String blanks = " ".repeat(OtaRouting.BODY_BYTES_MAX - 2);

            assertEquals("0.0.0", version(post(OTA, "{}" + blanks)));
            assertRefused(
                    413, "the body must be at most 65536 bytes", post(OTA, "{}" + blanks + " "));
        }

        @Test
        void clientThatIsStillSendingTooMuchCanReadTheRefusalAndGoOn() {
            byte[] large = new byte[900_000];
            for (int i = 0; i < 5; i++) {
                var chunked = BodyPublishers.fromPublisher(BodyPublishers.ofByteArray(large));

                assertRefused(413, "the body must be at most 65536 bytes", post(OTA, chunked));
            }
            assertEquals("0.0.0", version(post(OTA, "{}")));
        }

        @Test
        void t03WithoutDeviceIdThereIsNoAnswer() {
            var response =
                    site.send(
                            site.to(OTA)
                                    .header("Client-Id", "c")
                                    .POST(BodyPublishers.ofString("{}")));

            assertRefused(400, "missing: Device-Id header", response);
        }

        @Test
        void hs1DeviceIdThatMustNotBeUsedIsRefused() {
            var response =
                    site.send(
                            site.to(OTA)
                                    .header("Device-Id", "a".repeat(129))
                                    .POST(BodyPublishers.ofString("{}")));

            assertRefused(400, "Device-Id: the id is longer than 128 characters", response);
        }

        private void assertRefused(int status, String error, HttpResponse<String> response) {
            assertEquals(status, response.statusCode());
            assertFalse(Site.json(response).getBoolean("success"));
            assertEquals(error, Site.json(response).getString("error"));
            assertEquals("*", Site.header(response, "access-control-allow-origin"));
        }
    }
}
