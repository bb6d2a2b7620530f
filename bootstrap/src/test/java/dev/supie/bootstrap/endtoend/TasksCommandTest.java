package dev.supie.bootstrap.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.bootstrap.server.StartException;

import jakarta.json.JsonObject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/// `supie tasks …` against a running server (WF-9), whose badges see what is done.
@Timeout(120)
final class TasksCommandTest {

    private static final String BADGE = "94:a9:90:00:00:01";
    private static final String GROUP = "--group=94:a9:90";

    @TempDir private Path folder = Path.of("");

    private Terminal.Said tasks(String... words) {
        return new Terminal(folder)
                .tasks(
                        Stream.concat(Stream.of(words), Stream.of("--data", folder.toString()))
                                .toArray(String[]::new));
    }

    private static void assertFails(Terminal.Said said, String part) {
        assertEquals(1, said.status(), said.err());
        assertEquals("", said.out());
        assertTrue(said.err().startsWith("supie: ") && said.err().contains(part), said.err());
    }

    /// The next list that the badge is shown.
    private static JsonObject shown(Badge badge) throws InterruptedException {
        return badge.await(Messages::isTaskList);
    }

    @Test
    void whatIsDoneInATerminalIsSeenOnTheBadge()
            throws StartException, InterruptedException, IOException {
        try (Site site = Site.open(folder)) {
            Badge badge = site.badge(BADGE);
            String id =
                    tasks("add", GROUP, "--priority=1", "--owner=Li", "修门", "today").out().strip();
            assertEquals(
                    "修门 today",
                    shown(badge).getJsonArray("tasks").getJsonObject(0).getString("title"));
            assertEquals(
                    """
                    ID              STATUS   P  DUE               OWNER                 TITLE
                    %s  open     1                    Li                    修门 today
                    """
                            .formatted(id),
                    tasks("list", GROUP).out());
            assertEquals("done\n", tasks("done", GROUP, id).out());
            assertEquals(
                    "done",
                    shown(badge).getJsonArray("tasks").getJsonObject(0).getString("status"));
            assertEquals("already done\n", tasks("done", GROUP, id).out());
            assertEquals("No tasks.\n", tasks("list", GROUP, "--status=open").out());
            assertTrue(tasks("list", GROUP, "--json").out().startsWith("{\"id\":\"" + id + "\""));
        }
    }

    @Test
    void exportsToTheTerminalAndToAFile() throws StartException, IOException {
        try (Site site = Site.open(folder)) {
            assertEquals(0, tasks("add", GROUP, "a, b").status(), site.httpUrl());
            Path file = folder.resolve("tasks.csv");

            assertTrue(tasks("export", GROUP).out().contains(",\"a, b\",open,2,http,"));
            assertEquals("", tasks("export", GROUP, "-o", file.toString()).out());
            assertEquals(tasks("export", GROUP).out(), Files.readString(file));
            assertTrue(tasks("export", GROUP, "--format=json").out().startsWith("{\"groupKey\":"));
        }
    }

    @Test
    void whatTheServerRefusesIsSaid() throws StartException {
        try (Site site = Site.open(folder)) {
            assertFails(tasks("done", GROUP, "nope"), "unknown in group 94:a9:90: nope");
            assertFails(tasks("add", GROUP, "--due=soon", "x"), "due must be an ISO date");
            assertFails(tasks("list", "--group=" + " "), "groupKey must be 1..128");
            assertFails(tasks("export", "--group=" + " "), "groupKey must be 1..128");
            assertTrue(site.httpUrl().startsWith("http"));
        }
        assertFails(tasks("list", GROUP), "no server answers");
    }
}
