package dev.supie.bootstrap.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

/// NET-4, OBS-1: without models the server runs, and whoever asks is told what is missing.
@Timeout(120)
final class NoModelsTest {

    private static final String REMEDY = "supie models fetch";

    @Test
    void healthMetricsAndTheBadgeAreToldWhatIsMissing(@TempDir Path folder) throws Exception {
        try (HearingSite site = HearingSite.withoutModels(folder)) {
            String state = site.speechState();
            assertTrue(state.startsWith("unavailable: ") && state.contains(REMEDY), state);
            assertEquals(0, site.metric("supie_speech_ready"));

            Badge badge = site.badge("aa:01");
            JsonObject answer = badge.ask(HearingSite.listen("start"), Messages.ofType("audio"));
            assertEquals("error", answer.getString("status"));
            assertEquals("unavailable", answer.getString("reason"));
            assertTrue(answer.getString("message").contains(REMEDY), answer::toString);

            badge.startMeeting();
            badge.tell("Typed words are kept all the same.");
            assertEquals(1, site.metric("supie_connections"));
        }
    }
}
