package dev.supie.bootstrap.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.bootstrap.server.StartException;

import jakarta.json.JsonObject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// The variants of stock and foreign clients, byte by byte against the whole server. Each must be
/// able to hold a meeting afterwards, whatever it began with. `'` stands for `"`.
@Timeout(120)
final class StockFirmwareTest {

    private static final String DEVICE = "94:a9:90:00:00:01";
    private static final String MEETING = "{'type':'mode','state':'start','mode':'meeting'}";
    private static final int REPLACED = 4001;

    @TempDir private Path folder = Path.of("");
    private Site site;

    @BeforeEach
    void open() throws StartException {
        site = Site.open(folder);
    }

    @AfterEach
    void close() {
        site.close();
    }

    private String path() {
        return URI.create(site.deviceUrl()).getPath();
    }

    private Firmware connected() throws IOException {
        Firmware badge = Firmware.connected(site.deviceUrl(), DEVICE);
        assertEquals("hello", badge.hear().getString("type"));
        return badge;
    }

    private static JsonObject asked(Firmware badge, String json) throws IOException {
        badge.say(json.replace('\'', '"'));
        JsonObject answer = badge.hear();
        // That speech cannot be recognized here is told, and for tools is asked, beside all
        // answers.
        while (Set.of("audio", "mcp").contains(answer.getString("type"))) {
            answer = badge.hear();
        }
        return answer;
    }

    /// The next answer is that of the meeting, so nothing before it was answered.
    private static void assertCanMeet(Firmware badge) throws IOException {
        JsonObject started = asked(badge, MEETING);
        assertEquals("mode", started.getString("type"), started::toString);
        assertEquals("ok", started.getString("status"), started::toString);
        JsonObject taken =
                asked(
                        badge,
                        "{'type':'meeting','phase':'snippet','items':[{'tag':'note','text':'x'}]}");
        assertEquals(1, taken.getInt("accepted"), taken::toString);
    }

    @Test
    void t10AndT11HandshakeOfStockFirmwareIsAcceptedAndNegotiatesNothing() throws IOException {
        try (Firmware badge = new Firmware(site.deviceUrl())) {
            badge.send(
                    Firmware.handshake(
                            path(),
                            "Authorization: Bearer test",
                            "Client-Id: 7b94d69a-9808-4c59-9c9b-704333b38aff",
                            "Device-Id: " + DEVICE));
            List<String> answer = badge.head();
            assertEquals("HTTP/1.1 101 Switching Protocols", answer.getFirst());
            assertFalse(answer.toString().toLowerCase(Locale.ROOT).contains("extension"));
            assertEquals("hello", badge.hear().getString("type"));
            assertCanMeet(badge);
        }
    }

    /// CON-1: also before the pong to a ping that came in one packet with the handshake.
    @Test
    void welcomeIsFirstEvenIfTheBadgeSpeaksBeforeItIsLetIn() throws IOException {
        for (int i = 0; i < 50; i++) {
            try (Firmware badge = new Firmware(site.deviceUrl())) {
                badge.send(
                        Firmware.handshake(path(), "Device-Id: early-" + i),
                        Firmware.text("{\"type\":\"ping\"}"),
                        Firmware.text("{\"type\":\"nonsense\"}"));
                badge.head();
                assertEquals("hello", badge.hear().getString("type"));
                assertEquals("pong", badge.hear().getString("type"));
                assertEquals("error", badge.hear().getString("type"));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "?device-id=94:A9:90:00:00:01, -",
        "?device_id=94%3aa9%3A90%3A00%3A00%3A01&client-id=x&authorization=Bearer%20t, -",
        "?client-id=%2294:a9:90:00:00:01%22, -",
        "?client_id=%2094:a9:90:00:00:01%20, -",
        "'', Device-Id: 94:A9:90:00:00:01",
        "'', device_id: 94:a9:90:00:00:01",
        "'', X-Device-Id: \"94:A9:90:00:00:01\"",
        "'', X-DEVICE_ID: 94:a9:90:00:00:01",
        "'', Client-Id: 94:a9:90:00:00:01",
        "'', CLIENT_ID: 94:a9:90:00:00:01",
        "'', x-client-id: 94:a9:90:00:00:01",
        "'', X-Client_Id: 94:a9:90:00:00:01",
        "?device-id=, Device-Id: 94:a9:90:00:00:01",
    })
    void t12EverySpellingOfAnIdIsTheSameBadge(String query, String header) throws IOException {
        try (Firmware known = connected();
                Firmware same = new Firmware(site.deviceUrl())) {
            String[] headers = header.equals("-") ? new String[0] : new String[] {header};
            same.send(Firmware.handshake(path() + query, headers));
            same.head();
            assertEquals("hello", same.hear().getString("type"));
            JsonObject told = known.hear();
            assertEquals("replaced", told.getString("event", ""), told::toString);
        }
    }

    @Test
    void t14HelloIsAnsweredWithWhatFirmwareNeeds() throws IOException {
        try (Firmware badge = connected()) {
            JsonObject answer =
                    asked(
                            badge,
                            "{'type':'hello','version':1,'features':{'mcp':true},"
                                    + "'transport':'websocket','audio_params':{'format':'opus',"
                                    + "'sample_rate':16000,'channels':1,'frame_duration':60}}");
            assertEquals("websocket", answer.getString("transport"));
            assertFalse(answer.getString("session_id").isEmpty());
            assertEquals(24000, answer.getJsonObject("audio_params").getInt("sample_rate"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'type':'hello'}",
                "{'type':'hello','device_id':'x','token':'y','features':{'mcp':true,'emoji':true}}",
                "{'type':'hello','audioParams':{'sampleRate':16000,'frameDuration':60}}",
                "{'type':'hello','version':1,'transport':'websocket','audio_params':"
                        + "{'format':'opus','sample_rate':16000,'frame_duration':20}}",
            })
    void t15HelloOfEveryClientIsAnswered(String hello) throws IOException {
        try (Firmware badge = connected()) {
            assertEquals("hello", asked(badge, hello).getString("type"));
            badge.send(Firmware.frame(Firmware.BINARY, new byte[2_600]));
            assertCanMeet(badge);
        }
    }

    @Test
    void t15AHelloWithAnotherFormatIsAnsweredAndTheFormatRefused() throws IOException {
        try (Firmware badge = connected()) {
            JsonObject one = asked(badge, "{'type':'hello','audio_params':{'format':'pcm'}}");
            Set<String> told = Set.of(one.getString("type"), badge.hear().getString("type"));
            assertEquals(Set.of("hello", "error"), told);
            assertCanMeet(badge);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "00000000-dead-4000-8000-000000000000", "stale"})
    void t15bEmptyOrStaleSessionIdIsNoReasonToRefuse(String id) throws IOException {
        try (Firmware badge = connected()) {
            JsonObject started = asked(badge, MEETING.replace("}", ",'session_id':'" + id + "'}"));
            assertEquals("ok", started.getString("status"), started::toString);
        }
    }

    @Test
    void t16MessagesBeforeTheHelloDoNoHarm() throws IOException {
        try (Firmware badge = connected()) {
            badge.send(Firmware.frame(Firmware.BINARY, HexFormat.of().parseHex("f8fffe")));
            badge.say("{\"type\":\"listen\",\"state\":\"start\",\"mode\":\"auto\"}");
            assertCanMeet(badge);
            assertEquals("hello", asked(badge, "{'type':'hello'}").getString("type"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1, f8fffe, ''",
        "2, 00020000000000000000000000000003f8fffe, 00020000000000000000000000000009f8fffe",
        "3, 00000003f8fffe, 00000009f8fffe",
    })
    void t17AudioOfEveryFramingAndOfAWrongSizeKeepsTheConnection(
            int version, String right, String wrong) throws IOException {
        try (Firmware badge = connected()) {
            asked(badge, "{'type':'hello','version':" + version + "}");
            badge.send(Firmware.frame(Firmware.BINARY, HexFormat.of().parseHex(right)));
            badge.send(Firmware.frame(Firmware.BINARY, HexFormat.of().parseHex(wrong)));
            badge.send(Firmware.frame(Firmware.BINARY, HexFormat.of().parseHex(right)));
            assertCanMeet(badge);
        }
    }

    @Test
    void t30PlaceOfABadgeThatDropsTcpIsFreed(@TempDir Path other)
            throws StartException, IOException {
        try (Site small = Site.open(other, "server.max_connections=1")) {
            for (int i = 0; i < 10; i++) {
                Firmware one = whenThereIsRoom(small, "badge-" + i);
                try (Firmware refused = asking(small, "late-" + i)) {
                    assertEquals("HTTP/1.1 503 Service Unavailable", refused.head().getFirst());
                }
                one.close();
            }
            whenThereIsRoom(small, "last").close();
        }
    }

    private Firmware asking(Site where, String device) throws IOException {
        Firmware firmware = new Firmware(where.deviceUrl());
        firmware.send(Firmware.handshake(path(), "Device-Id: " + device));
        return firmware;
    }

    private Firmware whenThereIsRoom(Site where, String device) throws IOException {
        long deadline = System.nanoTime() + Badge.ANSWER_MAX.toNanos();
        while (System.nanoTime() < deadline) {
            Firmware firmware = asking(where, device);
            if (firmware.head().getFirst().contains(" 101 ")) {
                return firmware;
            }
            firmware.close();
        }
        throw new AssertionError("the place is never freed");
    }

    @Test
    void t31ServerEndsTcpItselfAfterItsCloseWasNotAnswered() throws IOException {
        try (Firmware old = connected();
                Firmware fresh = connected()) {
            List<Firmware.Frame> frames = old.readToTheEnd();
            assertEquals(Firmware.CLOSE, frames.getLast().opcode());
            assertEquals(REPLACED, frames.getLast().closeCode());
            assertCanMeet(fresh);
        }
    }

    @Test
    void t34BadgeThatNeverClosesReplacesItself() throws IOException {
        try (Firmware old = connected()) {
            assertCanMeet(old);
            try (Firmware fresh = connected()) {
                assertEquals("replaced", old.hear().getString("event"));
                assertTrue(asked(fresh, MEETING).getBoolean("resumed"));
            }
        }
    }

    @Test
    void t35WakeWordWithUnescapedQuotesIsAnErrorAndNoMore() throws IOException {
        try (Firmware badge = connected()) {
            badge.say("{\"type\":\"listen\",\"state\":\"detect\",\"text\":\"say \"hi\" now\"}");
            assertEquals("INVALID_REQUEST", badge.hear().getString("code"));
            badge.send(Firmware.frame(Firmware.TEXT, "{".getBytes(StandardCharsets.UTF_8)));
            assertEquals("INVALID_REQUEST", badge.hear().getString("code"));
            assertCanMeet(badge);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'session_id':'','type':'iot','update':true,'descriptors':[{'name':'Speaker',"
                        + "'properties':{'volume':{'type':'number'}},'methods':{}}]}",
                "{'session_id':'','type':'iot','update':true,'states':[{'name':'Speaker',"
                        + "'state':{'volume':70}}]}",
                "{'session_id':'','type':'iot'}",
            })
    void t39OldFirmwaresThingsAreTakenSilently(String iot) throws IOException {
        try (Firmware badge = connected()) {
            badge.say(iot.replace('\'', '"'));
            assertCanMeet(badge);
        }
    }
}
