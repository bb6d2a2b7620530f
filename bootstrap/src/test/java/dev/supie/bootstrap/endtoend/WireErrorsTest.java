package dev.supie.bootstrap.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.bootstrap.server.StartException;

import jakarta.json.JsonObject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;

/// MSG-3 to MSG-5 over the wire: bad input is answered, and the connection goes on.
@Timeout(60)
final class WireErrorsTest {

    /// @param says what the message must contain
    private record Case(String sent, String type, String code, String says) {}

    /// Fewer than the errors that a second may bring (MSG-3). `'` stands for `"`.
    private static final List<Case> CASES =
            List.of(
                    new Case("{not json", "error", "INVALID_REQUEST", "JSON"),
                    new Case("[1,2]", "error", "INVALID_REQUEST", "object"),
                    new Case("{'rid':'7'}", "error", "INVALID_REQUEST", "type"),
                    new Case("{'type':'tea','rid':'7'}", "error", "INVALID_REQUEST", "tea"),
                    new Case("{'type':'mode','rid':'7'}", "mode", "SCHEMA_INVALID", "state,mode"),
                    new Case(
                            "{'type':'meeting','phase':'snippet','items':[{'tag':'x'}],'rid':'7'}",
                            "meeting",
                            "SCHEMA_INVALID",
                            "missing one of tag/text"),
                    new Case(
                            "{'type':'meeting','phase':'finalize','rid':'7'}",
                            "meeting",
                            "NOT_FOUND",
                            "meeting"));

    @Test
    void badInputIsAnsweredAndTheConnectionGoesOn(@TempDir Path folder)
            throws StartException, InterruptedException {
        try (Site site = Site.open(folder)) {
            Badge badge = site.badge("aa:aa");
            for (Case wrong : CASES) {
                badge.say(wrong.sent().replace('\'', '"'));
                JsonObject answer = badge.next().message();
                assertEquals(wrong.type(), answer.getString("type"), answer::toString);
                assertEquals(wrong.code(), answer.getString("code"), answer::toString);
                assertTrue(answer.getString("message").contains(wrong.says()), answer::toString);
                boolean marked = wrong.sent().contains("rid");
                assertEquals(marked ? "7" : "", answer.getString("rid", ""), answer::toString);
            }
            badge.say("{\"type\":\"ping\",\"rid\":\"still here\"}");
            assertEquals("still here", badge.await(Messages.ofType("pong")).getString("rid"));
        }
    }
}
