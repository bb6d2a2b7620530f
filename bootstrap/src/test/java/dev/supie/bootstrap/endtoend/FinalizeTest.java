package dev.supie.bootstrap.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
import java.util.Arrays;
import java.util.List;

/// MTG-6 to MTG-8: how a meeting ends.
@Timeout(120)
final class FinalizeTest {

    private static final int TIMES = 20;
    private static final Duration ACK_MAX = Duration.ofMillis(100);

    /// Fewer than the drafts that one model may be asked for at a time.
    private static final int BADGES = 7;

    @Test
    void twentyFinalizesAtOnceAreOneSummaryAndNineteenRepetitions(@TempDir Path folder)
            throws StartException, IOException, InterruptedException {
        try (ModelServer model = new ModelServer(Duration.ofMillis(300));
                Site site = Site.open(folder, model.settings())) {
            Badge badge = site.badge("aa:aa");
            badge.startMeeting();
            badge.tell("We send the contract.", "Li Lei does it by Friday.");

            List<JsonObject> atOnce = finalizedTwentyTimes(badge, true);
            List<JsonObject> fresh =
                    atOnce.stream().filter(answer -> !Messages.isIdempotent(answer)).toList();
            assertEquals(2, fresh.size(), fresh::toString);
            assertEquals("finalize", fresh.getFirst().getString("phase"));
            assertTrue(Messages.isFreshSummary(fresh.getLast()), fresh::toString);
            assertEquals(ModelServer.TITLE, fresh.getLast().getString("title"));

            List<JsonObject> afterwards = finalizedTwentyTimes(badge, false);
            assertTrue(
                    afterwards.stream()
                            .allMatch(
                                    answer ->
                                            Messages.ofPhase("summary").test(answer)
                                                    && Messages.isIdempotent(answer)),
                    afterwards::toString);

            assertEquals(1, model.calls());
            assertEquals(1, site.archive().recent().size());
        }
    }

    /// The answers to each, and the fresh summary if there is to be one, in the order of arrival.
    private static List<JsonObject> finalizedTwentyTimes(Badge badge, boolean first)
            throws InterruptedException {
        for (int i = 0; i < TIMES; i++) {
            badge.say(Messages.withRid(Messages.finalizing(), "finalize " + i));
        }
        List<JsonObject> answers = new ArrayList<>();
        boolean done = !first;
        while (!done || answers.size() < TIMES + (first ? 1 : 0)) {
            JsonObject message = badge.next().message();
            done |= Messages.isDone(message);
            if (message.containsKey("rid") || Messages.isFreshSummary(message)) {
                answers.add(message);
            }
        }
        assertEquals(
                TIMES,
                answers.stream()
                        .map(answer -> answer.getString("rid", ""))
                        .filter(rid -> !rid.isEmpty())
                        .distinct()
                        .count());
        return answers;
    }

    /// Other load on the machine may delay one ack, but not most of them.
    @Test
    void ackComesAtOnceAndMinutesComeAllTheSameWhenTheModelHangs(@TempDir Path folder)
            throws StartException, InterruptedException {
        try (ModelServer model = new ModelServer(Duration.ofSeconds(20));
                Site site = Site.open(folder, model.settings())) {
            List<Badge> badges = new ArrayList<>();
            for (int i = 0; i < BADGES; i++) {
                Badge badge = site.badge("aa:0" + i);
                badge.startMeeting();
                badge.tell("We decided that badge " + i + " gets a new battery.");
                badges.add(badge);
            }
            long[] acks = new long[BADGES];
            for (int i = 0; i < BADGES; i++) {
                Badge badge = badges.get(i);
                long asked = badge.say(Messages.finalizing());
                acks[i] = badge.hear(Messages.ofPhase("finalize")).nanos() - asked;
            }
            Arrays.sort(acks);
            assertTrue(acks[BADGES / 2] < ACK_MAX.toNanos(), () -> Arrays.toString(acks));
            for (Badge badge : badges) {
                assertEndsInOrderWithDegradedMinutes(badge);
            }
        }
    }

    private static void assertEndsInOrderWithDegradedMinutes(Badge badge)
            throws InterruptedException {
        List<String> order = new ArrayList<>();
        JsonObject message = badge.next().message();
        while (!Messages.isDone(message)) {
            order.add(message.getString("stage", message.getString("phase")));
            if (Messages.isFreshSummary(message)) {
                assertTrue(message.getBoolean("degraded"), message::toString);
                assertEquals("extractive", message.getString("provider"));
                assertEquals(1, message.getInt("bulletsLength"));
            }
            message = badge.next().message();
        }
        assertEquals(List.of("prepare", "llm_start", "llm_done", "summary", "transcript"), order);
    }
}
