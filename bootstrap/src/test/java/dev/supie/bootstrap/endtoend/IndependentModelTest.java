package dev.supie.bootstrap.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.bootstrap.server.StartException;

import jakarta.json.Json;
import jakarta.json.JsonObject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What we believe of OpenAI's chat is also what somebody else believes: whole answers (MTG-6),
/// streamed ones (CHAT-1), and refusals.
@Timeout(300)
final class IndependentModelTest {

    @TempDir private Path folder = Path.of("");

    private static JsonObject typed(String text) {
        return Json.createObjectBuilder()
                .add("type", "listen")
                .add("state", "detect")
                .add("text", text)
                .build();
    }

    private static boolean isSpeech(JsonObject message, String state) {
        return message.getString("type").equals("tts")
                && message.getString("state", "").equals(state);
    }

    private static List<String> answered(Badge badge, String text) throws InterruptedException {
        badge.say(typed(text));
        List<String> sentences = new ArrayList<>();
        while (true) {
            JsonObject message = badge.next().message();
            if (isSpeech(message, "sentence_start")) {
                sentences.add(message.getString("text"));
            } else if (isSpeech(message, "stop")) {
                return sentences;
            }
        }
    }

    private static JsonObject summary(Badge badge, String said) throws InterruptedException {
        badge.startMeeting();
        badge.tell(said);
        badge.say(Messages.finalizing());
        return badge.await(Messages::isFreshSummary);
    }

    @Test
    void streamedWholeAndRefusedAnswersAreUnderstood()
            throws StartException, IOException, InterruptedException {
        try (IndependentModel model = IndependentModel.open(folder);
                Site site = Site.open(folder.resolve("data"), model.settings())) {
            Badge badge = site.badge("94:a9:90:00:00:01");

            assertEquals(
                    List.of("The kettle is in the kitchen.", "水壶是绿色的。"),
                    answered(badge, "where is the kettle"));
            List<String> refused = answered(badge, "error-429");
            assertEquals(1, refused.size(), refused::toString);
            assertTrue(refused.getFirst().startsWith("The language model "), refused::toString);
            assertEquals(2, answered(badge, "and the cup").size());

            JsonObject written = summary(badge, "We send the contract.");
            assertEquals("Contract", written.getString("title"));
            assertEquals("somebody-elses", written.getString("provider"));
            JsonObject quoted =
                    summary(site.badge("94:a9:90:00:00:02"), "We decided on error-429 today.");
            assertEquals("extractive", quoted.getString("provider"));
            assertTrue(quoted.getBoolean("degraded"), quoted::toString);

            site.awaitMetric("supie_model_calls_total{result=\"ok\",use=\"chat\"}", 2);
            assertTrue(site.metric("supie_model_calls_total{result=\"ok\",use=\"meeting\"}") > 0);
        }
    }
}
