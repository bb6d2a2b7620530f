package dev.supie.bootstrap.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.adapter.in.websocket.OutboundLimits;
import dev.supie.bootstrap.server.StartException;
import dev.supie.domain.connection.ConnectionSettings;

import jakarta.json.Json;
import jakarta.json.JsonObject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// CON-3 and MSG-8 over real sockets: who is idle, and who is gone.
@Timeout(180)
final class LivenessTest {

    private static final int IDLE = 4009;
    private static final JsonObject PING = Json.createObjectBuilder().add("type", "ping").build();

    /// By the keys of the configuration: warned after 2 s, closed after 7 s.
    @Test
    void anIdleBadgeIsWarnedAndClosedUnlessItSaysSomething(@TempDir Path folder)
            throws StartException, InterruptedException {
        try (Site site =
                Site.open(folder, "close_connection_no_voice_time=7", "idle_warning_seconds=5")) {
            Badge badge = site.badge("aa:aa");
            warning(badge);
            long withdrawn = badge.say(PING);
            badge.await(Messages.ofType("pong"));

            Badge.Heard again = warning(badge);
            Badge.Closed closed = badge.closed();

            assertEquals(IDLE, closed.code());
            // Nothing happens before its time, however busy the machine is.
            assertTrue(again.nanos() - withdrawn > Duration.ofMillis(1900).toNanos());
            assertTrue(closed.nanos() - withdrawn > Duration.ofMillis(6900).toNanos());
        }
    }

    private static Badge.Heard warning(Badge badge) throws InterruptedException {
        Badge.Heard heard = badge.hear(Messages.ofType("system"));
        assertEquals("idle_warning", heard.message().getString("event"));
        int left = heard.message().getInt("closing_in_ms");
        assertTrue(left > 0 && left <= 5000, heard.message()::toString);
        return heard;
    }

    /// With the real limits in a time that runs ten times as fast. The peer that has vanished
    /// without a FIN answers no ping; the other one only those.
    @Test
    void aHalfOpenSocketIsFreedAndASilentBadgeHearsSomething()
            throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient();
                QuickTime time = new QuickTime(10);
                LiveBadges badges = new LiveBadges(time, time, OutboundLimits.standard());
                Badge silent = Badge.connect(client, badges.url(), "silent")) {
            Instant before = time.instant();
            try (BareSocket vanished = new BareSocket(badges.port(), "vanished", 8192)) {
                badges.awaitConnections(2);
                // Welcome and pongs reach its kernel, and nobody behind it.
                Optional<BareSocket.Frame> frame = vanished.next();
                while (frame.isPresent()) {
                    frame = vanished.next();
                }
            }

            Duration after = Duration.between(before, time.instant());
            assertTrue(after.compareTo(ConnectionSettings.DEAD_AFTER) >= 0, after::toString);
            silent.await(Messages.ofType("pong"));
            badges.awaitConnections(1);
            assertEquals(1, badges.links().size());
        }
    }
}
