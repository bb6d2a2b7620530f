package dev.supie.bootstrap.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.bootstrap.server.StartException;

import jakarta.json.JsonObject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// CON-6: a server that stops, and who is there meanwhile.
@Timeout(120)
final class DrainTest {

    private static final Duration DRAIN_MAX = Duration.ofSeconds(10);
    private static final int SHUTTING_DOWN = 1001;

    @Test
    void newcomersAreToldWhenToComeBackWhileOthersLeave(@TempDir Path folder)
            throws StartException, IOException, InterruptedException {
        try (Site site = Site.open(folder);
                // It answers no Close frame, so the server waits for it a while.
                Firmware deaf = Firmware.connected(site.deviceUrl(), "de:af")) {
            List<Badge> badges = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                badges.add(site.badge("aa:" + i));
            }
            Thread stopping = Thread.startVirtualThread(site::stop);
            for (Badge badge : badges) {
                assertEquals(SHUTTING_DOWN, badge.closed().code());
            }

            HttpResponse<?> refused = Badge.refused(site.client(), site.deviceUrl(), "bb:bb");
            assertEquals(503, refused.statusCode());
            assertEquals("10", refused.headers().firstValue("retry-after").orElse(""));

            List<Firmware.Frame> heard = deaf.readToTheEnd();
            assertEquals(SHUTTING_DOWN, heard.getLast().closeCode());
            assertTrue(stopping.join(DRAIN_MAX));
        }
    }

    @Test
    void peersThatDoNotReadHoldNothingUp(@TempDir Path folder)
            throws StartException, IOException, InterruptedException {
        try (Site site = Site.open(folder)) {
            List<Firmware> stalled = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                Firmware peer = Firmware.connected(site.deviceUrl(), "de:" + i);
                peer.stall(Duration.ofMillis(600));
                stalled.add(peer);
            }
            Badge badge = site.badge("aa:aa");
            long told = System.nanoTime();
            Thread stopping = Thread.startVirtualThread(site::stop);

            assertEquals(SHUTTING_DOWN, badge.closed().code());
            assertTrue(stopping.join(DRAIN_MAX), "still stopping");
            Duration took = Duration.ofNanos(System.nanoTime() - told);
            assertTrue(took.compareTo(DRAIN_MAX) < 0, took::toString);
            for (Firmware peer : stalled) {
                peer.close();
            }
        }
    }

    @Test
    void minutesThatWereBeingWrittenAreWrittenAfterTheRestart(@TempDir Path folder)
            throws StartException, IOException, InterruptedException {
        String meeting;
        try (ModelServer slow = new ModelServer(Duration.ofSeconds(30));
                Site site = Site.open(folder, slow.settings())) {
            Badge badge = site.badge("aa:aa");
            badge.startMeeting();
            badge.tell("We send the contract.");
            meeting =
                    badge.ask(Messages.finalizing(), Messages.ofPhase("finalize"))
                            .getString("sessionId");
            long told = System.nanoTime();
            site.stop();
            Duration took = Duration.ofNanos(System.nanoTime() - told);
            assertTrue(took.compareTo(DRAIN_MAX) < 0, took::toString);
        }
        try (Site again = Site.open(folder)) {
            JsonObject summary = again.badge("aa:aa").await(Messages::isFreshSummary);
            assertEquals(meeting, summary.getString("sessionId"));
            assertEquals("We send the contract.", summary.getJsonArray("bullets").getString(0));
        }
    }
}
