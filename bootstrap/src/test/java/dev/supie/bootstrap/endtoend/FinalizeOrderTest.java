package dev.supie.bootstrap.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.bootstrap.server.StartException;

import jakarta.json.JsonObject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// MTG-6 over a real socket, whatever the model does: first the ack, then nothing but what must
/// come, in order, and then silence. The conversations `MTG-6-finalize`, `MTG-8-degraded` and
/// `MTG-8-hanging` have half a minute of it on a clock of their own.
@Timeout(180)
final class FinalizeOrderTest {

    private static final List<String> ORDER =
            List.of(
                    "finalize",
                    "prepare",
                    "llm_start",
                    "llm_done",
                    "summary",
                    "transcript",
                    "done");

    private static final Duration LATE = Duration.ofSeconds(2);

    /// A call is given up after 4 s, so the answer to the last one comes when all is said.
    private static final Duration TOO_LATE = Duration.ofSeconds(6);

    /// Longer than what is missing to that.
    private static final Duration SILENCE = Duration.ofSeconds(6);

    @Test
    void aModelThatHangsFailsOrAnswersLateChangesNothingOfTheOrder(@TempDir Path folder)
            throws StartException, InterruptedException {
        try (ModelServer model =
                        new ModelServer(Duration.ZERO)
                                .thinkingFor(TOO_LATE, "about hanging")
                                .failingOn("about failing")
                                .thinkingFor(LATE, "about waiting");
                Site site = Site.open(folder, model.settings())) {
            Badge hanging = ended(site, "aa:01", "We talk about hanging pictures.");
            Badge failing = ended(site, "aa:02", "We talk about failing tests.");
            Badge waiting = ended(site, "aa:03", "We talk about waiting for Godot.");
            Badge prompt = ended(site, "aa:04", "We talk about the weather.");

            assertWrittenByTheModel(heard(prompt));
            assertWrittenByTheModel(heard(waiting));
            assertQuoted(heard(failing), "HTTP 500");
            assertQuoted(heard(hanging), "no complete answer within 4.0 s");
            assertEquals(Optional.empty(), hanging.next(SILENCE), "after what came too late");
            for (Badge badge : List.of(failing, waiting, prompt)) {
                assertEquals(List.of(), badge.unasked());
            }
            assertTrue(model.calls() >= 4, "each was asked for");
        }
    }

    private static Badge ended(Site site, String device, String said) throws InterruptedException {
        Badge badge = site.badge(device);
        badge.startMeeting();
        badge.tell(said);
        badge.say(Messages.finalizing());
        return badge;
    }

    /// Everything until `done`, in the order of arrival.
    private static List<JsonObject> heard(Badge badge) throws InterruptedException {
        List<JsonObject> heard = new ArrayList<>();
        do {
            heard.add(badge.next().message());
        } while (!Messages.isDone(heard.getLast()));
        List<String> order =
                heard.stream()
                        .map(message -> message.getString("stage", message.getString("phase")))
                        .toList();
        assertEquals(ORDER, order);
        return heard;
    }

    private static JsonObject summaryOf(List<JsonObject> heard) {
        return heard.stream().filter(Messages::isFreshSummary).findFirst().orElseThrow();
    }

    private static void assertWrittenByTheModel(List<JsonObject> heard) {
        JsonObject summary = summaryOf(heard);
        assertEquals(ModelServer.TITLE, summary.getString("title"));
        assertFalse(summary.containsKey("degraded"), summary::toString);
    }

    private static void assertQuoted(List<JsonObject> heard, String reason) {
        JsonObject summary = summaryOf(heard);
        assertTrue(summary.getBoolean("degraded"), summary::toString);
        assertEquals("extractive", summary.getString("provider"));
        assertTrue(summary.getString("degradedReason").contains(reason), summary::toString);
    }
}
