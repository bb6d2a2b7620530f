package dev.supie.application.webhook;

import static dev.supie.domain.webhook.Delivery.Result.FAIL;
import static dev.supie.domain.webhook.Delivery.Result.OK;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.supie.application.meeting.port.StoreException;
import dev.supie.application.runtime.RecordedLog;
import dev.supie.domain.meeting.MeetingNotice;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/// HOOK-1 when the process is killed at a bad moment, or the store fails.
class OutboxFaultsTest {

    private static final Duration LONG = Duration.ofMinutes(10);

    private final PostOffice office = new PostOffice();
    private final RecordedLog log = new RecordedLog("dev.supie.application.webhook");

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void aKillBeforeTheFirstPostLosesNothing() {
        MeetingNotice notice = office.end("m1");
        office.restart();
        office.pass(LONG);

        assertEquals(List.of(notice), office.receiver.posted());
        assertEquals(Optional.of(OK), office.result("m1"));
    }

    @Test
    void aKillBetweenThePostAndItsNoteRepeatsThePost() {
        MeetingNotice notice = office.end("m1");
        while (office.receiver.posted().isEmpty()) {
            office.threads.runOne(new SplittableRandom(1));
        }
        office.restart();
        office.pass(LONG);

        assertEquals(List.of(notice, notice), office.receiver.posted());
        assertEquals(Optional.of(OK), office.result("m1"));
    }

    @Test
    void aKillWhileItRestsKeepsItsOneRetry() {
        office.receiver.down(true);
        office.end("m1");
        office.pass(Duration.ofSeconds(1));
        office.restart();
        office.pass(LONG);

        assertEquals(2, office.receiver.posted().size());
        assertEquals(Optional.of(FAIL), office.result("m1"));
    }

    @Test
    void whatIsSettledIsNotPostedAfterARestart() {
        office.end("m1");
        office.pass(LONG);
        office.restart();
        office.pass(LONG);

        assertEquals(1, office.receiver.posted().size());
    }

    @Test
    void aNoteThatFailsIsRepeatedWithoutAnotherPost() {
        office.store.outbox().failSavesBefore(3);
        office.end("m1");
        office.pass(LONG);

        assertEquals(1, office.receiver.posted().size());
        assertEquals(Optional.of(OK), office.result("m1"));
        assertEquals(0, office.time.alarms());
    }

    @Test
    void aNoteWhoseAnswerIsLostIsNoted() {
        office.store.outbox().failNextSaveAfter();
        office.end("m1");
        office.pass(LONG);

        assertEquals(1, office.receiver.posted().size());
        assertEquals(Optional.of(OK), office.result("m1"));
    }

    @Test
    void aBugOfTheOutboxDoesNotStopIt() {
        office.store.outbox().breakNextSave();
        office.end("m1");
        office.pass(LONG);

        assertEquals(1, office.receiver.posted().size());
        assertEquals(Optional.of(OK), office.result("m1"));
    }

    @Test
    void aMeetingWhoseStepMayBeStoredIsLookedFor() {
        office.store.failNextSaveAfter();
        assertThrows(StoreException.class, () -> office.end("m1"));
        office.pass(LONG);

        assertEquals(Optional.of(OK), office.result("m1"));
    }

    @Test
    void aMeetingWhoseStepIsNotStoredIsNotTold() {
        office.store.failNextSaveBefore();
        assertThrows(StoreException.class, () -> office.end("m1"));
        office.pass(LONG);

        assertEquals(List.of(), office.receiver.posted());
    }
}
