package dev.supie.application.meeting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.application.connection.port.BadgeMessage.FeatureError;
import dev.supie.application.connection.port.BadgeMessage.MeetingSummary;
import dev.supie.application.connection.port.BadgeMessage.SnippetReceipt;
import dev.supie.application.connection.port.BadgeMessage.TranscriptPush;
import dev.supie.application.connection.port.ErrorCode;
import dev.supie.application.fixture.Bench;
import dev.supie.application.runtime.Backoff;
import dev.supie.application.runtime.FailureLog;
import dev.supie.application.runtime.RecordedLog;
import dev.supie.domain.kernel.SessionId;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// A store that is away for long: it is asked ever less often, the log stays readable, and when it
/// is back everything goes on by itself (CON-6, MTG-9).
class StoreAwayTest {

    private static final String DEVICE = "aa:01";
    private static final String LOGGERS = "dev.supie.application.meeting";
    private static final Duration OUTAGE = Duration.ofMinutes(10);

    private final Bench bench = new Bench().start();

    @Test
    void aMeetingAsksEverLessOftenUpToTheLongestWait() {
        try (RecordedLog _ = new RecordedLog(LOGGERS)) {
            pending(DEVICE);
            bench.store.goAway();

            bench.pass(OUTAGE);

            long asked = bench.store.refused();
            long most = 6 + OUTAGE.dividedBy(Backoff.LONGEST);
            assertTrue(asked <= most, asked + " times");
            assertTrue(asked >= OUTAGE.dividedBy(Backoff.LONGEST), asked + " times");
        }
    }

    @Test
    void theLogHasALineNowAndThenHoweverManyMeetingsWait() {
        try (RecordedLog recorded = new RecordedLog(LOGGERS)) {
            for (int i = 0; i < 50; i++) {
                pending("badge-" + i);
            }
            bench.store.goAway();

            bench.pass(OUTAGE);

            int lines = recorded.records().size();
            // Two places log, each at most once a spacing.
            assertTrue(lines <= 2 * (1 + OUTAGE.dividedBy(FailureLog.SPACING)), lines + " lines");
            assertTrue(lines >= 2, lines + " lines");
            assertTrue(recorded.records().getLast().getMessage().contains("failures since"));
        }
    }

    @Test
    void whenItIsBackTheTranscriptGoesOnByItself() {
        try (RecordedLog _ = new RecordedLog(LOGGERS)) {
            SessionId badge = pending(DEVICE);
            bench.store.goAway();
            bench.pass(Duration.ofSeconds(100));
            bench.store.comeBack();
            bench.link.take(badge);

            bench.pass(Backoff.LONGEST);

            assertEquals(1, bench.heard(badge, TranscriptPush.class).getFirst().totalSegments());
        }
    }

    @Test
    void aBadgeThatAsksDoesNotWaitForTheNextTry() {
        try (RecordedLog _ = new RecordedLog(LOGGERS)) {
            SessionId badge = pending(DEVICE);
            bench.store.goAway();
            bench.pass(Duration.ofSeconds(100));
            bench.link.take(badge);
            bench.say(badge, "while it is away");
            assertEquals(
                    ErrorCode.INTERNAL_ERROR,
                    bench.heard(badge, FeatureError.class).getFirst().code());
            bench.store.comeBack();

            bench.say(badge, "now it is back");

            assertEquals(1, bench.heard(badge, SnippetReceipt.class).getFirst().accepted());
        }
    }

    @Test
    void aFailureMuchLaterIsRetriedSoonAgain() {
        try (RecordedLog _ = new RecordedLog(LOGGERS)) {
            SessionId badge = pending(DEVICE);
            bench.store.goAway();
            bench.pass(OUTAGE.dividedBy(6));
            bench.store.comeBack();
            bench.pass(Backoff.LONGEST);
            bench.say(badge, "before the second outage");
            bench.link.take(badge);
            bench.store.goAway();
            bench.pass(Duration.ofSeconds(5));
            bench.store.comeBack();

            // Three failures fit into five seconds, and the wait after them is four.
            bench.pass(Duration.ofSeconds(4));

            assertEquals(1, bench.heard(badge, TranscriptPush.class).size());
        }
    }

    @Test
    void badgesThatLeaveMeanwhileAreFinalizedAfterAll() {
        try (RecordedLog _ = new RecordedLog(LOGGERS)) {
            List<SessionId> badges = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                badges.add(pending("badge-" + i));
            }
            bench.store.goAway();
            badges.forEach(bench::disconnect);
            bench.pass(OUTAGE);
            bench.store.comeBack();

            bench.pass(Duration.ofMinutes(31));

            assertEquals(List.of(), bench.store.unfinished());
            assertEquals(0, bench.time.alarms());
            SessionId again = bench.connect("badge-3");
            assertEquals(1, bench.heard(again, MeetingSummary.class).size());
        }
    }

    private SessionId pending(String device) {
        SessionId badge = bench.connect(device);
        bench.startMeeting(badge);
        bench.say(badge, "said by " + device);
        return badge;
    }
}
