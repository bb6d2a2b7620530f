package dev.supie.bootstrap.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.bootstrap.server.StartException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// `supie admin …` against a started server, with a badge that is really connected.
@Timeout(120)
final class AdminCommandTest {

    @TempDir private Path folder = Path.of("");

    private Terminal.Said admin(String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--data", folder.toString()));
        return new Terminal(folder).admin(all.toArray(String[]::new));
    }

    private String done(String... words) {
        Terminal.Said said = admin(words);
        assertEquals(0, said.status(), said.err());
        assertEquals("", said.err());
        return said.out();
    }

    @Test
    void whoIsThereIsShownAndSentAway() throws StartException, InterruptedException {
        try (Site site = Site.open(folder);
                Badge badge = site.badge("aa:01")) {
            assertEquals("No meetings run.\n", done("meetings"));
            badge.startMeeting();

            String online = done("online");
            assertTrue(
                    online.matches(
                            """
                            DEVICE-ID  MODE     CONNECTED +LAST-HEARD +ADDRESS +MEETING-ID
                            aa:01      meeting  \\S+Z +\\S+Z +127\\.0\\.0\\.1\\S* +\\S+
                            """),
                    online);
            assertTrue(done("online", "--json").startsWith("{\"deviceId\":\"aa:01\""));
            assertTrue(done("meetings").contains("  recording  "));
            assertTrue(done("server").startsWith("VERSION"));

            assertEquals("closed aa:01\n", done("kick", "AA:01"));

            assertEquals(4010, badge.closed().code());
        }
    }

    @Test
    void whatWaitsIsShownAndDropped() throws StartException, InterruptedException {
        try (Site site = Site.open(folder, "peer.enabled=true", "peer.allow_all=true");
                Badge badge = site.badge("aa:01")) {
            assertEquals("No messages wait.\n", done("queues"));
            badge.say("{\"type\":\"peer\",\"to\":[\"aa:02\"],\"payload\":{\"text\":\"see you\"}}");
            badge.await(
                    message ->
                            message.getString("type", "").equals("peer")
                                    && message.getString("status", "").equals("done"));

            assertTrue(done("queues").startsWith("DEVICE-ID  WAITING  OLDEST"));
            assertEquals("dropped 1 messages for aa:02\n", done("purge", "aa:02"));
            assertEquals("No messages wait.\n", done("queues"));
            badge.await(message -> message.getString("event", "").equals("dropped"));
        }
    }

    @Test
    void theLevelOfLoggingIsShownAndChanged() throws StartException {
        try (Site site = Site.open(folder)) {
            assertTrue(site.httpUrl().startsWith("http"));
            String before = done("log-level").strip();
            assertTrue(before.startsWith("dev.supie "), before);
            assertEquals("dev.supie debug\n", done("log-level", "debug"));
            assertEquals("dev.supie debug\n", done("log-level"));
            done("log-level", before.substring("dev.supie ".length()));
        }
    }

    @Test
    void whatTheServerRefusesIsSaid() throws StartException {
        try (Site site = Site.open(folder)) {
            assertTrue(site.httpUrl().startsWith("http"));
            Terminal.Said said = admin("kick", "nobody");
            assertEquals(1, said.status());
            assertEquals("supie: no badge with this id is connected\n", said.err());
            assertEquals(1, admin("log-level", "loud").status());
        }
    }
}
