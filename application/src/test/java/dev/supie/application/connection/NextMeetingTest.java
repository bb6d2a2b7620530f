package dev.supie.application.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.application.connection.port.BadgeMessage.MeetingSummary;
import dev.supie.application.connection.port.BadgeMessage.ModeReceipt;
import dev.supie.application.connection.port.BadgeMessage.SnippetReceipt;
import dev.supie.application.fixture.Bench;
import dev.supie.application.meeting.port.ArchiveQuery;
import dev.supie.domain.connection.Mode;
import dev.supie.domain.kernel.SessionId;
import dev.supie.domain.meeting.MeetingHead;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// However a meeting ends (MTG-6), the next one on the same connection is heard.
class NextMeetingTest {

    private final Bench bench = new Bench().start();
    private final SessionId badge = bench.connect(Asking.DEVICE);

    static Stream<BadgeRequest> everyWayToEnd() {
        return Stream.of(
                Asking.end(Mode.MEETING),
                Asking.finish(),
                Asking.speech("结束会议"),
                Asking.speech("end meeting"));
    }

    private void begin() {
        bench.startMeeting(badge);
        bench.say(badge, "in the first");
        bench.link.take(badge);
    }

    private void assertSecondIsHeard() {
        ModeReceipt started = bench.link.sentTo(badge, ModeReceipt.class).getLast();
        assertFalse(started.idempotent());
        assertFalse(started.resumed());
        assertEquals(1, bench.link.sentTo(badge, SnippetReceipt.class).getLast().accepted());
        bench.finish(badge);
        MeetingSummary summary = bench.link.sentTo(badge, MeetingSummary.class).getLast();
        assertEquals(List.of("in the second"), summary.summary().minutes().bullets());
    }

    @ParameterizedTest
    @MethodSource("everyWayToEnd")
    void theNextMeetingIsHeardWhenItStartsInTheSameBreath(BadgeRequest ending) {
        begin();
        bench.connections().receive(badge, ending);
        bench.connections().receive(badge, Asking.start(Mode.MEETING));
        bench.connections().receive(badge, Asking.snippet("in the second"));

        bench.threads.runAll();

        assertSecondIsHeard();
    }

    @ParameterizedTest
    @MethodSource("everyWayToEnd")
    void theNextMeetingIsHeardWhenTheFirstIsDone(BadgeRequest ending) {
        begin();
        bench.send(badge, ending);
        bench.pass(Duration.ofMinutes(1));
        bench.startMeeting(badge);

        bench.say(badge, "in the second");

        assertSecondIsHeard();
    }

    @ParameterizedTest
    @MethodSource("everyWayToEnd")
    void theNextMeetingIsHeardWhenTheEndWasStoredButNotAnswered(BadgeRequest ending) {
        begin();
        bench.store.failNextSaveAfter();
        bench.send(badge, ending);
        bench.startMeeting(badge);

        bench.say(badge, "in the second");

        assertSecondIsHeard();
    }

    @Test
    void theNextMeetingIsHeardWhenTheFirstEndedByItselfAfterALostAnswer() {
        begin();
        bench.store.failNextSaveAfter();
        bench.send(badge, Asking.finish());
        bench.pass(Duration.ofSeconds(10));
        assertEquals(1, bench.link.sentTo(badge, MeetingSummary.class).size());

        bench.startMeeting(badge);
        bench.say(badge, "in the second");

        assertSecondIsHeard();
    }

    @Test
    void anEndThatWasNotStoredLeavesTheMeetingRunning() {
        begin();
        bench.store.failNextSaveBefore();
        bench.send(badge, Asking.finish());

        bench.startMeeting(badge);

        assertTrue(bench.link.sentTo(badge, ModeReceipt.class).getLast().idempotent());
        bench.say(badge, "still the first");
        bench.finish(badge);
        assertEquals(
                List.of("in the first", "still the first"),
                bench.link
                        .sentTo(badge, MeetingSummary.class)
                        .getLast()
                        .summary()
                        .minutes()
                        .bullets());
    }

    @Test
    void aFinalizeSentJustBeforeTheBadgeGoesToSleepIsHeard() {
        begin();
        bench.connections().receive(badge, Asking.snippet("the last word"));
        bench.connections().receive(badge, Asking.finish());
        bench.disconnect(badge);

        List<MeetingHead> archived =
                bench.store.recent(
                        new ArchiveQuery(10, Optional.empty(), Instant.EPOCH, Instant.MAX));
        assertInstanceOf(MeetingHead.Phase.Finalized.class, archived.getFirst().phase());
        assertEquals(2, archived.getFirst().snippetCount());
        SessionId again = bench.connect(Asking.DEVICE);
        assertEquals(1, bench.heard(again, MeetingSummary.class).size());
    }
}
