package dev.supie.bootstrap.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.bootstrap.server.StartException;

import jakarta.json.JsonObject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// MTG-1, MTG-9 and DUP-1: meetings one after the other, side by side, and across connections.
@Timeout(120)
final class MeetingLifeTest {

    /// 1.5 s after it was told, whatever else the machine does (DUP-1).
    private static final Duration REPLACED_MIN = Duration.ofMillis(1400);

    private static final Duration REPLACED_MAX = Duration.ofSeconds(10);
    private static final int REPLACED = 4001;

    @Test
    void secondAndThirdMeetingOnOneConnectionAreHeard(@TempDir Path folder)
            throws StartException, IOException, InterruptedException {
        try (Site site = Site.open(folder)) {
            Badge badge = site.badge("aa:aa");
            assertFalse(badge.startMeeting().containsKey("resumed"));
            badge.tell("The first meeting is about antennas.");

            badge.say(Messages.mode("end", "meeting"));
            badge.say(Messages.mode("start", "meeting"));
            List<String> meetings = new ArrayList<>();
            meetings.add(badge.await(Messages.ofPhase("finalize")).getString("sessionId"));
            assertEquals("end", badge.await(Messages.ofType("mode")).getString("state"));
            JsonObject started = badge.await(Messages.ofType("mode"));
            assertEquals("start", started.getString("state"));
            assertFalse(started.containsKey("resumed"), started::toString);

            badge.tell("The second meeting is about batteries.");
            badge.say(Messages.finalizing());
            badge.say(Messages.mode("start", "meeting"));
            meetings.add(badge.await(Messages.ofPhase("finalize")).getString("sessionId"));
            assertFalse(badge.await(Messages.ofType("mode")).containsKey("resumed"));

            badge.tell("The third meeting is about customers.");
            meetings.add(badge.finish().getString("sessionId"));

            assertEquals(3, site.archive().recent().size());
            List<String> subjects = List.of("antennas", "batteries", "customers");
            for (int i = 0; i < meetings.size(); i++) {
                String transcript = site.archive().transcript(meetings.get(i));
                for (String subject : subjects) {
                    assertEquals(
                            subject.equals(subjects.get(i)),
                            transcript.contains(subject),
                            transcript);
                }
            }
        }
    }

    @Test
    void meetingGoesOnAfterTheCableWasPulled(@TempDir Path folder)
            throws StartException, IOException, InterruptedException {
        try (Site site = Site.open(folder)) {
            Badge before = site.badge("aa:aa");
            before.startMeeting();
            before.tell("Said before the cable was pulled.");
            before.pullTheCable();

            Badge after = site.badge("aa:aa");
            assertTrue(after.startMeeting().getBoolean("resumed"));
            after.tell("Said after it was plugged in.");
            JsonObject summary = after.finish();

            String transcript = site.archive().transcript(summary.getString("sessionId"));
            assertTrue(transcript.contains("before the cable"), transcript);
            assertTrue(transcript.contains("after it was"), transcript);
            assertEquals(1, site.archive().recent().size());
        }
    }

    @Test
    void secondConnectionTakesOverWhileTheFirstIsOpen(@TempDir Path folder)
            throws StartException, IOException, InterruptedException {
        try (Site site = Site.open(folder)) {
            Badge first = site.badge("aa:aa");
            first.startMeeting();
            first.tell("Said by the first connection.");

            Badge second = site.badge("AA:AA");
            Badge.Heard replaced = first.hear(Messages.ofType("system"));
            assertEquals("replaced", replaced.message().getString("event"));
            assertEquals(1500, replaced.message().getInt("closing_in_ms"));
            assertTrue(second.startMeeting().getBoolean("resumed"));
            JsonObject refused =
                    first.ask(Messages.snippet("Too late."), Messages.ofPhase("snippet"));
            assertEquals("UNAUTHORIZED", refused.getString("code"));

            Badge.Closed closed = first.closed();
            assertEquals(REPLACED, closed.code());
            Duration after = Duration.ofNanos(closed.nanos() - replaced.nanos());
            assertTrue(after.compareTo(REPLACED_MIN) > 0, after::toString);
            assertTrue(after.compareTo(REPLACED_MAX) < 0, after::toString);

            second.tell("Said by the second connection.");
            String transcript = site.archive().transcript(second.finish().getString("sessionId"));
            assertTrue(transcript.contains("by the first"), transcript);
            assertTrue(transcript.contains("by the second"), transcript);
            assertFalse(transcript.contains("Too late"), transcript);
        }
    }

    @Test
    void meetingsOfTwoBadgesSideBySideDoNotMix(@TempDir Path folder)
            throws StartException, IOException, InterruptedException {
        try (Site site = Site.open(folder)) {
            Badge one = site.badge("aa:01");
            Badge two = site.badge("aa:02");
            one.startMeeting();
            two.startMeeting();
            for (int i = 0; i < 8; i++) {
                one.tell("Apples number " + i + ".");
                two.tell("Pears number " + i + ".");
            }
            JsonObject apples = one.finish();
            JsonObject pears = two.finish();

            assertOnly(site, apples, "Apples", "Pears");
            assertOnly(site, pears, "Pears", "Apples");
            assertEquals(2, site.archive().recent().size());
        }
    }

    private static void assertOnly(Site site, JsonObject summary, String own, String other)
            throws IOException, InterruptedException {
        String transcript = site.archive().transcript(summary.getString("sessionId"));
        assertEquals(9, transcript.split(own, -1).length, transcript);
        assertFalse(transcript.contains(other), transcript);
        assertFalse(summary.getJsonArray("bullets").toString().contains(other));
    }
}
