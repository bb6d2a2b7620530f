package dev.supie.adapter.in.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.Set;

/// OTA under bodies that nobody sends on purpose: never a server error, always a usable answer.
class OtaFuzzTest {

    private static final String OTA = "/xiaozhi/ota/";
    private static final String REAL_BODY =
            """
            {"version":2,"language":"zh-CN","flash_size":16777216,
            "minimum_free_heap_size":"8318916","mac_address":"94:a9:90:00:00:01",
            "chip_info":{"model":9,"cores":2,"revision":2,"features":18},
            "application":{"name":"xiaozhi","version":"2.4.2","elf_sha256":"c0ffee"},
            "partition_table":[{"label":"nvs","type":1,"subtype":2,"address":36864,"size":16384}],
            "ota":{"label":"ota_0"},"board":{"type":"bread","ssid":"\u5496\u5561","rssi":-54}}""";
    private static final Set<Integer> USABLE = Set.of(200, 400);

    @Test
    void damagedBodiesNeverCauseAServerError() {
        try (Site site = Site.with(Wiring.routes()::onHttpListener)) {
            for (long seed = 1; seed <= 400; seed++) {
                byte[] body = damaged(new Random(seed));
                HttpResponse<String> response =
                        site.send(
                                site.to(OTA)
                                        .header("Device-Id", "fuzz")
                                        .POST(BodyPublishers.ofByteArray(body)));

                String replay = "seed " + seed + ": " + response.statusCode();
                assertTrue(USABLE.contains(response.statusCode()), replay);
                assertTrue(response.body().length() < 8192, replay);
                assertEquals(
                        response.statusCode() == 200,
                        Site.json(response).containsKey("websocket"),
                        replay);
            }
        }
    }

    /// A real body with one to eight bytes changed, cut out or doubled; every eighth is pure noise.
    private static byte[] damaged(Random random) {
        byte[] body = REAL_BODY.getBytes(StandardCharsets.UTF_8);
        if (random.nextInt(8) == 0) {
            byte[] noise = new byte[random.nextInt(2000)];
            random.nextBytes(noise);
            return noise;
        }
        int wounds = 1 + random.nextInt(8);
        for (int i = 0; i < wounds; i++) {
            body = wounded(body, random);
        }
        return body;
    }

    private static byte[] wounded(byte[] body, Random random) {
        if (body.length < 2) {
            return body;
        }
        int from = random.nextInt(body.length);
        int to = from + random.nextInt(Math.min(64, body.length - from));
        return switch (random.nextInt(4)) {
            case 0 -> replaced(body, from, (byte) random.nextInt());
            case 1 -> replaced(body, from, (byte) "{}[]\",:\\0e-".charAt(random.nextInt(11)));
            case 2 -> joined(body, from, to);
            case 3 -> joined(body, to, from);
            default -> throw new IllegalStateException("nextInt(4)");
        };
    }

    private static byte[] replaced(byte[] body, int at, byte value) {
        byte[] copy = body.clone();
        copy[at] = value;
        return copy;
    }

    /// The bytes up to `end` followed by those from `start`: a cut, or a repetition.
    private static byte[] joined(byte[] body, int end, int start) {
        byte[] result = new byte[end + body.length - start];
        System.arraycopy(body, 0, result, 0, end);
        System.arraycopy(body, start, result, end, body.length - start);
        return result;
    }
}
