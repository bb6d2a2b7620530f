package dev.supie.bootstrap.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.supie.adapter.out.speech.VoiceClip;

import jakarta.json.Json;
import jakarta.json.JsonObject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

/// WF-8: what is said to one badge, through Opus, sockets and the real models, is seen on every
/// badge of its group.
@Timeout(300)
final class SpokenTasksTest {

    private static final String LI = "94:a9:90:00:00:01";
    private static final String WANG = "94:a9:90:00:00:02";

    private static JsonObject task(String id, String title) {
        return Json.createObjectBuilder().add("id", id).add("title", title).build();
    }

    /// What the next list of a badge says of the second task.
    private static String shown(String field, Badge badge) throws InterruptedException {
        return badge.await(Messages::isTaskList).getJsonArray("tasks").stream()
                .map(JsonObject.class::cast)
                .filter(task -> task.getString("id").equals("t2"))
                .findFirst()
                .orElseThrow()
                .getString(field);
    }

    private static void assertShown(String field, String value, Badge... badges)
            throws InterruptedException {
        for (Badge badge : badges) {
            assertEquals(value, shown(field, badge));
        }
    }

    private static JsonObject commanded(HearingSite site, Badge badge, String words)
            throws InterruptedException {
        site.talk(badge, VoiceClip.synthesized(words));
        return badge.await(message -> message.getString("event", "").equals("command"));
    }

    @Test
    void aSpokenClaimAndASpokenDoneAreSeenOnBothBadges(@TempDir Path folder) throws Exception {
        try (HearingSite site = HearingSite.open(folder)) {
            Badge li = site.badge(LI);
            Badge wang = site.badge(WANG);
            li.say(
                    Messages.tasks(
                            task("t1", "Order paper"),
                            task("t2", "Fix the door"),
                            task("t3", "Call the printer company")));
            assertShown("owner", LI, li, wang);
            wang.ask(Messages.mode("start", "working"), Messages.ofType("listen"));

            JsonObject claim = commanded(site, wang, "please claim task two");

            assertEquals("assign t2", claim.getString("intent") + " " + claim.getString("id"));
            assertShown("owner", WANG, li, wang);

            JsonObject done = commanded(site, wang, "the second task is done");

            assertEquals("complete t2", done.getString("intent") + " " + done.getString("id"));
            assertShown("status", "done", li, wang);
        }
    }
}
