package dev.supie.bootstrap.logging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.StringReader;

/// LOG-1: `log.format: json`.
final class JsonLayoutTest {

    @Test
    void tellsTimeLevelWhoAndWhat() {
        JsonObject event = event("会议 \"7\"\nended", null);

        assertEquals("2026-11-21T08:00:00.123Z", event.getString("ts"));
        assertEquals("WARN", event.getString("level"));
        assertEquals("Meetings", event.getString("logger"));
        assertEquals("lane-1", event.getString("thread"));
        assertEquals("会议 \"7\"\nended", event.getString("message"));
        assertFalse(event.containsKey("error"));
    }

    @Test
    void hasFieldsForTheBadgeAndForTheTime() {
        JsonObject event = event("badge gone: device=aa:01 session=s-1 elapsedMs=12", null);

        assertEquals("aa:01", event.getString("device"));
        assertEquals("s-1", event.getString("session"));
        assertEquals("12", event.getString("elapsedMs"));
    }

    @Test
    void takesNoOtherWordForABadge() {
        JsonObject event = event("mydevice=aa:01 and session = none", null);

        assertFalse(event.containsKey("device"));
        assertFalse(event.containsKey("session"));
    }

    @Test
    void isOneLineWithoutSecretsEvenOfAnException() {
        String line =
                line("failed", new IllegalStateException("token=abc\n", new IOException("full")));

        assertEquals(1, line.lines().count());
        String error = parsed(line).getString("error");
        assertTrue(error.startsWith("java.lang.IllegalStateException: token=***\n | at "), error);
        assertTrue(error.contains(" | caused by java.io.IOException: full | at "), error);
    }

    private static JsonObject event(String message, @Nullable Throwable thrown) {
        return parsed(line(message, thrown));
    }

    private static JsonObject parsed(String line) {
        try (JsonReader reader = Json.createReader(new StringReader(line))) {
            return reader.readObject();
        }
    }

    private static String line(String message, @Nullable Throwable thrown) {
        return LogLines.of(new JsonLayout(new EventText(2000)), message, thrown);
    }
}
