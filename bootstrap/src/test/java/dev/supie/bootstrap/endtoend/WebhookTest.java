package dev.supie.bootstrap.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.bootstrap.webhook.WebhookEcho;

import jakarta.json.JsonObject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/// HOOK-1 on the started server: a meeting that is over is told, whatever becomes of the process,
/// and nobody waits for it.
final class WebhookTest {

    private static final Duration PAUSE = Duration.ofMillis(20);

    @TempDir private Path folder = Path.of("");

    @Test
    void aMeetingIsToldOnceAndSigned() throws Exception {
        try (WebhookReceiver receiver = new WebhookReceiver()) {
            JsonObject summary;
            try (Site site = Site.open(folder, receiver.settings())) {
                summary = meeting(site.badge("aa:01"));
                assertToldAs(summary, receiver.next());
            }
            assertEquals(1, receiver.all().size());
        }
    }

    @Test
    void theEchoFindsBothSignaturesRight() throws Exception {
        StringWriter printed = new StringWriter();
        try (WebhookEcho echo =
                        WebhookEcho.start(
                                0,
                                Optional.of(WebhookReceiver.SECRET),
                                InstantSource.system(),
                                new PrintWriter(printed));
                Site site =
                        Site.open(
                                folder,
                                "meeting.webhook.url=" + echo.url(),
                                "meeting.webhook.secret=" + WebhookReceiver.SECRET,
                                "meeting.webhook.allow_private=true")) {
            String meeting = meeting(site.badge("aa:01")).getString("sessionId");
            long deadline = System.nanoTime() + Badge.ANSWER_MAX.toNanos();
            while (!printed.toString().endsWith("}\n") && System.nanoTime() < deadline) {
                LockSupport.parkNanos(PAUSE.toNanos());
            }
            List<String> lines = printed.toString().lines().toList();
            assertEquals(3, lines.size(), printed::toString);
            assertTrue(lines.get(0).startsWith("POST / finalized-" + meeting + ", "));
            assertEquals("  both signatures are right", lines.get(1));
            // It is settled a moment after the receiver has answered.
            String settled = "supie_webhook_notices_total{result=\"ok\"}";
            while (site.metric(settled) == 0 && System.nanoTime() < deadline) {
                LockSupport.parkNanos(PAUSE.toNanos());
            }
            assertEquals(1, site.metric(settled));
        }
    }

    private static void assertToldAs(JsonObject summary, WebhookReceiver.Post post) {
        String meeting = summary.getString("sessionId");
        assertTrue(post.signed(), post::toString);
        assertEquals("finalized-" + meeting, post.event());
        JsonObject body = Messages.parsed(post.body());
        assertEquals(meeting, body.getString("sessionId"));
        assertEquals("aa:01", body.getString("deviceId"));
        assertEquals(1, body.getJsonObject("metrics").getInt("snippets"));
        assertTrue(body.getInt("durationMs") >= 5000, post::toString);
        JsonObject told = body.getJsonObject("summary");
        for (String name : List.of("title", "bullets", "actions", "provider", "sourceSegments")) {
            assertEquals(summary.get(name), told.get(name), name);
        }
    }

    private static JsonObject meeting(Badge badge) throws InterruptedException {
        badge.startMeeting();
        badge.tell("We decided that the badge gets a new battery.");
        return badge.finish();
    }

    @Test
    void aReceiverThatHangsDelaysNeitherSummaryNorArchiveNorTheEnd() throws Exception {
        try (WebhookReceiver receiver = new WebhookReceiver();
                Site site = Site.open(folder, receiver.settings())) {
            receiver.silent(true);
            Badge badge = site.badge("aa:01");
            badge.startMeeting();
            badge.tell("We decided that the badge gets a new battery.");
            JsonObject summary = badge.finish();
            long finished = System.nanoTime();
            receiver.next();

            // Whoever waited for the post would be done 5 s after it came.
            Duration waited = Duration.ofNanos(finished - receiver.lastCame());
            assertTrue(waited.compareTo(Duration.ofSeconds(4)) < 0, waited::toString);
            JsonObject archived = site.archive().detail(summary.getString("sessionId"));
            assertEquals("finalized", archived.getString("phase"));
            long stopping = System.nanoTime();
            site.stop();
            Duration stop = Duration.ofNanos(System.nanoTime() - stopping);
            assertTrue(stop.compareTo(Duration.ofSeconds(10)) < 0, stop::toString);
        }
    }

    @Test
    void aKillWhileThePostIsUnderWayRepeatsItUnderTheSameId()
            throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient();
                WebhookReceiver receiver = new WebhookReceiver()) {
            receiver.silent(true);
            WebhookReceiver.Post first;
            try (SupieProcess process = SupieProcess.serve(folder, receiver.options());
                    Badge badge = Badge.connect(client, process.deviceUrl(), "aa:01")) {
                meeting(badge);
                first = receiver.next();
                process.kill();
                process.exit();
            }
            receiver.silent(false);
            try (SupieProcess process = SupieProcess.serve(folder, receiver.options())) {
                process.whenReady();
                assertEquals(first, receiver.next());
                assertTrue(first.signed());
                process.terminate();
                assertEquals(0, process.exit());
            }
            try (SupieProcess process = SupieProcess.serve(folder, receiver.options())) {
                process.whenReady();
                process.terminate();
                process.exit();
            }
            assertEquals(2, receiver.all().size(), "what was taken is not told again");
        }
    }

    @Test
    void aKillRightAfterTheEndOfAMeetingLosesNothing() throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient();
                WebhookReceiver receiver = new WebhookReceiver()) {
            String meeting;
            try (SupieProcess process = SupieProcess.serve(folder, receiver.options());
                    Badge badge = Badge.connect(client, process.deviceUrl(), "aa:01")) {
                badge.startMeeting();
                badge.tell("We decided that the badge gets a new battery.");
                badge.say(Messages.finalizing());
                meeting = badge.await(Messages.ofPhase("finalize")).getString("sessionId");
                process.kill();
                process.exit();
            }
            try (SupieProcess process = SupieProcess.serve(folder, receiver.options())) {
                process.whenReady();
                assertEquals("finalized-" + meeting, receiver.next().event());
                assertTrue(receiver.all().stream().allMatch(WebhookReceiver.Post::signed));
                assertEquals(1, receiver.all().stream().distinct().count());
            }
        }
    }

    @Test
    void withoutAWebhookNothingIsKeptForOne() throws Exception {
        try (Site site = Site.open(folder)) {
            meeting(site.badge("aa:01"));
        }
        try (WebhookReceiver receiver = new WebhookReceiver()) {
            try (Site site = Site.open(folder, receiver.settings())) {
                JsonObject second = meeting(site.badge("aa:01"));
                assertToldAs(second, receiver.next());
            }
            assertEquals(1, receiver.all().size());
        }
    }
}
