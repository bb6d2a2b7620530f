package dev.supie.bootstrap.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.bootstrap.server.StartException;

import jakarta.json.Json;
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

/// DUP-1 and DUP-2 over real sockets: who is the badge when it connects twice.
@Timeout(120)
final class TakeoverTest {

    private static final int REPLACED = 4001;
    private static final Duration GRACE_MIN = Duration.ofMillis(1400);
    private static final int TAKEOVERS_MAX = 5;

    @Test
    void takeoversInARowLeaveTheLastOneAndOneTooManyIsRefused(@TempDir Path folder)
            throws StartException, InterruptedException {
        try (Site site = Site.open(folder)) {
            List<Badge> old = new ArrayList<>();
            Badge last = site.badge("aa:aa");
            for (int i = 0; i < TAKEOVERS_MAX; i++) {
                old.add(last);
                last = site.badge("AA:AA");
            }

            HttpResponse<?> refused = Badge.refused(site.client(), site.deviceUrl(), "aa:aa");
            assertEquals(429, refused.statusCode());
            int wait = Integer.parseInt(refused.headers().firstValue("retry-after").orElse("0"));
            assertTrue(wait >= 1 && wait <= 60, () -> "Retry-After: " + wait);

            for (Badge replaced : old) {
                Badge.Heard told = replaced.hear(Messages.ofType("system"));
                assertEquals("replaced", told.message().getString("event"));
                Badge.Closed closed = replaced.closed();
                assertEquals(REPLACED, closed.code());
                Duration after = Duration.ofNanos(closed.nanos() - told.nanos());
                assertTrue(after.compareTo(GRACE_MIN) > 0, after::toString);
                assertEquals(List.of(), replaced.unasked());
            }
            last.ask(Messages.ping("here"), Messages.withRid("here"));
            assertEquals(List.of(), last.unasked());
        }
    }

    @Test
    void oldOneIsStillAnsweredWhereItWritesNothing(@TempDir Path folder)
            throws StartException, InterruptedException {
        try (Site site = Site.open(folder)) {
            Badge old = site.badge("aa:aa");
            site.badge("aa:aa");
            old.hear(Messages.ofType("system"));

            JsonObject hello = Json.createObjectBuilder().add("type", "hello").build();
            JsonObject welcome = old.ask(hello, Messages.ofType("hello"));
            assertEquals(old.session(), welcome.getString("session_id"));
            old.ask(Messages.ping("p"), Messages.withRid("p"));
            JsonObject refused =
                    old.ask(Messages.mode("start", "working"), Messages.ofType("mode"));
            assertEquals("UNAUTHORIZED", refused.getString("code"));
            assertEquals(REPLACED, old.closed().code());
        }
    }

    @Test
    void summaryThatIsBeingWrittenGoesToTheNewOneExactlyOnce(@TempDir Path folder)
            throws StartException, IOException, InterruptedException {
        try (ModelServer model = new ModelServer(Duration.ofMillis(700));
                Site site = Site.open(folder, model.settings())) {
            Badge old = site.badge("aa:aa");
            old.startMeeting();
            old.tell("We send the contract.");
            String meeting =
                    old.ask(Messages.finalizing(), Messages.ofPhase("finalize"))
                            .getString("sessionId");

            Badge fresh = site.badge("aa:aa");

            JsonObject summary = fresh.await(Messages::isFreshSummary);
            assertEquals(meeting, summary.getString("sessionId"));
            assertEquals(REPLACED, old.closed().code());
            fresh.ask(Messages.ping("end"), Messages.withRid("end"));
            assertFalse(old.unasked().stream().anyMatch(Messages.ofPhase("summary")));
            assertFalse(fresh.unasked().stream().anyMatch(Messages.ofPhase("summary")));
            assertNothingWaits(site);
        }
    }

    /// Whoever connects next hears no summary again.
    private static void assertNothingWaits(Site site) throws InterruptedException {
        Badge next = site.badge("aa:aa");
        next.ask(Messages.ping("next"), Messages.withRid("next"));
        assertEquals(List.of(), next.unasked());
    }

    @Test
    void receiptsOfTheOldOneAreTrueEvenUnderAFlood(@TempDir Path folder)
            throws StartException, IOException, InterruptedException {
        try (Site site = Site.open(folder)) {
            Badge old = site.badge("aa:aa");
            old.startMeeting();
            old.tell("Before the flood.");
            flood(old, 0, 20);
            Badge fresh = site.badge("aa:aa");
            flood(old, 20, 40);

            assertEquals(REPLACED, old.closed().code());
            List<JsonObject> answers = old.unasked();
            assertTrue(fresh.startMeeting().getBoolean("resumed"));
            fresh.tell("After the flood.");
            String transcript = site.archive().transcript(fresh.finish().getString("sessionId"));

            int refused = 0;
            for (int i = 0; i < 40; i++) {
                String rid = "words " + i;
                JsonObject answer =
                        answers.stream()
                                .filter(Messages.withRid(rid))
                                .findFirst()
                                .orElseThrow(() -> new AssertionError("unanswered: " + rid));
                boolean stored = answer.getInt("accepted", 0) == 1;
                refused += answer.getString("code", "").equals("UNAUTHORIZED") ? 1 : 0;
                assertEquals(stored, transcript.contains("<" + i + ">"), answer::toString);
                assertTrue(answers.stream().anyMatch(Messages.withRid("ping " + i)), rid);
            }
            // All that were said after the new one's welcome, and perhaps some before.
            assertTrue(refused >= 20, "refused: " + refused);
        }
    }

    private static void flood(Badge badge, int from, int to) {
        for (int i = from; i < to; i++) {
            badge.say(Messages.withRid(Messages.snippet("Flood <" + i + ">"), "words " + i));
            badge.say(Messages.ping("ping " + i));
        }
    }

    @Test
    void oldOneThatHangsDisturbsNobodyAndIsEndedByTheServer(@TempDir Path folder)
            throws StartException, IOException, InterruptedException {
        try (Site site = Site.open(folder);
                Firmware old = Firmware.connected(site.deviceUrl(), "aa:aa")) {
            Badge fresh = site.badge("aa:aa");
            fresh.startMeeting();
            fresh.tell("Said while the old one hangs.");
            fresh.finish();

            List<Firmware.Frame> frames = old.readToTheEnd();
            assertEquals("hello", frames.getFirst().json().getString("type"));
            assertEquals("replaced", frames.get(1).json().getString("event"));
            assertEquals(REPLACED, frames.getLast().closeCode());
            assertEquals(3, frames.size());
        }
    }

    @Test
    void oldOneThatBreaksInThatMomentDisturbsNobody(@TempDir Path folder)
            throws StartException, IOException, InterruptedException {
        try (Site site = Site.open(folder)) {
            for (int i = 0; i < 20; i++) {
                Badge old = site.badge("aa:" + i);
                old.startMeeting();
                old.say(Messages.snippet("Perhaps."));
                old.pullTheCable();
                Badge fresh = site.badge("aa:" + i);
                assertTrue(fresh.startMeeting().getBoolean("resumed"));
                fresh.tell("Surely.");
            }
        }
    }

    @Test
    void underRejectTheOneThatIsThereStaysUntilItLeaves(@TempDir Path folder)
            throws StartException, InterruptedException {
        try (Site site = Site.open(folder, "server.duplicate_policy=reject")) {
            Badge first = site.badge("aa:aa");
            HttpResponse<?> refused = Badge.refused(site.client(), site.deviceUrl(), "AA:AA");
            assertEquals(409, refused.statusCode());
            assertTrue(refused.headers().firstValue("retry-after").isPresent());
            first.ask(Messages.ping("here"), Messages.withRid("here"));
            assertEquals(List.of(), first.unasked());

            first.pullTheCable();
            site.badgeWhenThereIsRoom("aa:aa");
        }
    }
}
