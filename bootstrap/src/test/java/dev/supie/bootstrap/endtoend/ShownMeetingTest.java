package dev.supie.bootstrap.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.bootstrap.server.StartException;

import jakarta.json.JsonObject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// MTG-10: what the configuration says of showing meetings is what badges are shown, over real
/// sockets.
final class ShownMeetingTest {

    private static final String TOKEN = "an-admin-token-for-tests";
    private static final String GROUP = "{enabled: true, mode: group}";
    private static final String LISTED =
            "{enabled: true, mode: session, allowed_targets: [stranger]}";

    private static void write(Path file, String broadcast) throws IOException {
        Files.writeString(
                file,
                """
                server: {admin_token: %s}
                workflow: {groups: {ops: [owner, colleague], dev: [stranger]}}
                meeting: {broadcast: %s}
                """
                        .formatted(TOKEN, broadcast));
    }

    @Test
    void aMeetingIsShownToWhomTheConfigurationNamesNow(@TempDir Path folder)
            throws StartException, IOException, InterruptedException {
        Path file = folder.resolve("supie.yaml");
        write(file, GROUP);
        try (Site site = Site.reading(file, folder)) {
            Badge owner = site.badge("owner");
            Badge colleague = site.badge("colleague");
            Badge stranger = site.badge("stranger");
            owner.startMeeting();
            owner.tell("The contract goes out on Monday.");
            JsonObject shown = colleague.await(Messages.ofPhase("transcript"));
            assertEquals("owner", shown.getString("from"));
            assertTrue(shown.toString().contains("contract"), shown::toString);
            assertFalse(owner.await(Messages.ofPhase("transcript")).containsKey("from"));

            write(file, LISTED);
            assertEquals(200, site.reload(TOKEN).statusCode());
            String meeting = owner.finish().getString("sessionId");
            JsonObject minutes = stranger.await(Messages.ofPhase("summary"));
            assertEquals("owner", minutes.getString("from"));
            assertEquals(meeting, minutes.getString("sessionId"));
            assertTrue(colleague.unasked().stream().noneMatch(Messages.ofPhase("summary")));
        }
    }
}
