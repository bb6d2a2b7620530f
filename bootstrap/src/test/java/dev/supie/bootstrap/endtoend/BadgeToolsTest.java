package dev.supie.bootstrap.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.supie.bootstrap.server.StartException;

import jakarta.json.JsonObject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;

/// T28 with a badge down to its bytes; `'` stands for `"`.
@Timeout(120)
final class BadgeToolsTest {

    private static final String HELLO =
            "{'type':'hello','version':1,'features':{'mcp':true},'transport':'websocket',"
                    + "'audio_params':{'format':'opus','sample_rate':16000,'channels':1,"
                    + "'frame_duration':60}}";

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

    private Firmware connected(String hello) throws IOException {
        Firmware badge = Firmware.connected(site.deviceUrl(), "94:a9:90:00:00:01");
        assertEquals("hello", badge.hear().getString("type"));
        say(badge, hello);
        assertEquals("hello", badge.hear().getString("type"));
        return badge;
    }

    private static void say(Firmware badge, String json) throws IOException {
        badge.say(json.replace('\'', '"'));
    }

    private static JsonObject asked(Firmware badge) throws IOException {
        JsonObject message = badge.hear();
        assertEquals("mcp", message.getString("type"), message::toString);
        JsonObject payload = message.getJsonObject("payload");
        assertEquals("2.0", payload.getString("jsonrpc"));
        return payload;
    }

    private static void answer(Firmware badge, JsonObject asked, String result) throws IOException {
        say(
                badge,
                "{'session_id':'','type':'mcp','payload':{'jsonrpc':'2.0','id':"
                        + asked.getJsonNumber("id").intValueExact()
                        + ",'result':"
                        + result
                        + "}}");
    }

    private static void assertNothingMoreIsAsked(Firmware badge) throws IOException {
        say(badge, "{'type':'ping','rid':'end'}");
        assertEquals("pong", badge.hear().getString("type"));
    }

    @Test
    void t28ABadgeWithToolsIsAskedForThemUntilThereIsNoCursor() throws IOException {
        try (Firmware badge = connected(HELLO)) {
            JsonObject initialize = asked(badge);
            assertEquals("initialize", initialize.getString("method"));
            answer(badge, initialize, "{'protocolVersion':'2024-11-05','capabilities':{}}");
            JsonObject first = asked(badge);
            assertEquals("tools/list", first.getString("method"));
            assertEquals("", first.getJsonObject("params").getString("cursor"));
            answer(badge, first, "{'tools':[{'name':'self.a'}],'nextCursor':'self.b'}");
            JsonObject second = asked(badge);
            assertEquals("self.b", second.getJsonObject("params").getString("cursor"));
            answer(badge, second, "{'tools':[{'name':'self.b'}]}");
            assertNothingMoreIsAsked(badge);
        }
    }

    @Test
    void t28ABadgeWithoutThemIsAskedNothing() throws IOException {
        try (Firmware badge = connected("{'type':'hello','version':1,'features':{}}")) {
            say(badge, "{'type':'mcp','payload':{'jsonrpc':'2.0','id':1,'result':{}}}");
            assertNothingMoreIsAsked(badge);
            say(badge, HELLO);
            assertEquals("hello", badge.hear().getString("type"));
            assertEquals("initialize", asked(badge).getString("method"));
        }
    }
}
